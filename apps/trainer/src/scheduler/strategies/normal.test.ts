import { expect, test } from 'vitest';
import { normalBelow, truncatedNormalAt } from './normal.ts';

test('the share below a place is that of scipy.stats.norm', () => {
  const theirs = [
    [-7.5, 3.1908916729108844e-14],
    [-2, 0.022750131948179195],
    [-0.3, 0.3820885778110474],
    [0, 0.5],
    [1.1, 0.8643339390536173],
    [4, 0.9999683287581669],
  ] as const;
  for (const [x, share] of theirs) expect(normalBelow(x), `${x}`).toBeCloseTo(share, 14);
  expect([normalBelow(-40), normalBelow(40)]).toEqual([0, 1]);
});

test('quantiles of what is cut off are those of scipy.stats.truncnorm', () => {
  const theirs = [
    [0.1, 0.9, 0.05, 0.8352688006677433],
    [0.99, 0, 1, 0.9859912578634343],
    [0.5, 1, 0.3, 0.7978555581070632],
    [0.25, 0.4, 0.01, 0.3932551024980392],
  ] as const;
  for (const [share, mean, deviation, at] of theirs)
    expect(truncatedNormalAt(share, mean, deviation, 0, 1)).toBeCloseTo(at, 12);
});
