export interface Correlation {
  value: number;
  /** 95 % interval; null with fewer than five pairs. */
  interval: { low: number; high: number } | null;
  pairs: number;
}

const normalQuantile = 1.959963984540054;

/**
 * Spearman's rank correlation, ties sharing their mean rank, with the interval of Bonett and Wright (2000) on Fisher's z
 * scale. Null where there are fewer than three pairs or one side does not vary.
 */
export function rankCorrelation(xs: readonly number[], ys: readonly number[]): Correlation | null {
  const pairs = xs.length;
  if (pairs < 3) return null;
  const value = pearson(ranksOf(xs), ranksOf(ys));
  if (value === null) return null;
  if (pairs < 5) return { value, interval: null, pairs };
  const half = normalQuantile * Math.sqrt((1 + value ** 2 / 2) / (pairs - 3));
  const z = Math.atanh(Math.min(Math.max(value, -1), 1));
  return { value, interval: { low: Math.tanh(z - half), high: Math.tanh(z + half) }, pairs };
}

export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let i = from; i <= to; i++) ranks[order[i] as number] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    const y = ys[i] as number;
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return xx > 0 && yy > 0 ? Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy))) : null;
}
