interface Seconds {
  low: number;
  high: number;
}

/** Seconds for all trials where so many run at once; they come in turns, the last of which may not be full. */
export function totalSeconds(each: Seconds, trials: number, atOnce: number): Seconds {
  const turns = Math.ceil(trials / Math.max(1, atOnce));
  return { low: each.low * turns, high: each.high * turns };
}
