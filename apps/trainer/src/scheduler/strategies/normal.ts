const logRootTwoPi = 0.9189385332046728;
/** Beyond this many standard deviations the tail is below the precision of what is added to it. */
const farOut = 8;

export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x - logRootTwoPi);

/** Share of a standard normal distribution below x, to 1e-15 (Marsaglia, J. Stat. Software 11(4), 2004). */
export function normalBelow(x: number): number {
  if (x < -farOut) return 0;
  if (x > farOut) return 1;
  let sum = x;
  let before = 0;
  for (let term = x, i = 3; sum !== before; i += 2) {
    before = sum;
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** Where in [from, to] a normal distribution cut off there has this share below it, by halving. */
export function truncatedNormalAt(share: number, mean: number, deviation: number, from: number, to: number): number {
  const [least, most] = [normalBelow((from - mean) / deviation), normalBelow((to - mean) / deviation)];
  const wanted = least + share * (most - least);
  let [low, high] = [from, to];
  for (let i = 0; i < 48; i++) {
    const middle = (low + high) / 2;
    if (normalBelow((middle - mean) / deviation) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
