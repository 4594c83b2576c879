import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goodness, goodnessByRank, rampColour, rampTokens } from './colour-ramp.ts';

test('colours lie between their neighbours, and beyond the ends nothing is', () => {
  const stops = ['#000000', '#ff0000', '#ffffff'];
  expect([-1, 0, 0.25, 0.5, 1, 2].map((share) => rampColour(share, stops))).toEqual([
    'rgb(0 0 0)',
    'rgb(0 0 0)',
    'rgb(128 0 0)',
    'rgb(255 0 0)',
    'rgb(255 255 255)',
    'rgb(255 255 255)',
  ]);
});

test('the goal decides which end is good', () => {
  expect(goodness(2, { low: 2, high: 4 }, 'min')).toBe(1);
  expect(goodness(2, { low: 2, high: 4 }, 'max')).toBe(0);
  expect(goodness(3, { low: 3, high: 3 }, 'max')).toBe(0.5);
});

test('among runs the rank decides, and equals are equal', () => {
  expect(goodnessByRank([1, null, 1000, 2, 2], 'min')).toEqual([1, null, 0, 0.5, 0.5]);
  expect(goodnessByRank([1, 1000], 'max')).toEqual([0, 1]);
  expect(goodnessByRank([7], 'max')).toEqual([0.5]);
});

const css = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');
const linear = (byte: number) => (byte / 255 <= 0.040_45 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, i) => sum + weight * linear(Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)),
    0,
  );
const contrast = (a: string, b: string) => {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
};

test.each(['light', 'dark'])(
  'in the %s scheme every stop stands out from its card, and each more than the one before',
  (scheme) => {
    const block = css.slice(css.indexOf(`scheme="${scheme}"`)).split('}')[0] ?? '';
    const token = (name: string) => new RegExp(`${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? '';
    const contrasts = rampTokens.map((name) => contrast(token(name), token('--surface-card')));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
    for (const [i, value] of contrasts.slice(1).entries())
      expect(value).toBeGreaterThan((contrasts[i] as number) * 1.15);
  },
);
