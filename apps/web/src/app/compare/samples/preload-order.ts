/** Pictures that are read before they are wanted; together they stay well within what is kept. */
const picturesAhead = 640;
const stepsAhead = 48;

/** Which of `count` steps to read next beside the one that is shown: the nearest first, in both directions. */
export function preloadOrder(at: number, count: number, runs: number): number[] {
  const reach = Math.min(stepsAhead, Math.ceil(picturesAhead / Math.max(1, runs) / 2));
  const order = Array.from({ length: reach }, (_, i) => [at + i + 1, at - i - 1]).flat();
  return order.filter((index) => index >= 0 && index < count);
}
