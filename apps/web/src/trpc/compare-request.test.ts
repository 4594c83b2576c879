import { expect, test } from 'vitest';
import { compareRequest, compareUrl, widthFor } from './compare-request.ts';

const request = { runIds: [1, 2], name: 'criticLoss', axis: 'step', view: undefined, isLarge: false } as const;

test('many curves are asked for more coarsely than few', () => {
  expect(widthFor(100, false)).toBeLessThan(widthFor(5, false));
  expect(widthFor(5, true)).toBeGreaterThan(widthFor(5, false));
});

test('the address that is preloaded asks for the same as the chart does', () => {
  const chart = { ...request, runIds: [1, 2], view: { low: 10, high: 20 } };
  const asked = new URL(compareUrl(chart), 'http://localhost').searchParams.get('input') ?? '';
  expect(JSON.parse(asked)).toEqual(compareRequest(chart));
  expect(JSON.parse(asked)).toMatchObject({ from: 8, to: 22 });
});
