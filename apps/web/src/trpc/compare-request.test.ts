import { expect, test } from 'vitest';
import { compareRequests, compareUrls, widthFor } from './compare-request.ts';

const request = { runIds: [1, 2], name: 'criticLoss', axis: 'step', view: undefined, isLarge: false } as const;

test('many curves are asked for more coarsely than few', () => {
  expect(widthFor(100, false)).toBeLessThan(widthFor(5, false));
  expect(widthFor(5, true)).toBeGreaterThan(widthFor(5, false));
});

test('the addresses that are preloaded ask for the same as the chart does', () => {
  const chart = { ...request, view: { low: 10, high: 20 } };
  const asked = compareUrls(chart).map((url) => new URL(url, 'http://localhost').searchParams.get('input') ?? '');
  expect(asked.map((text) => JSON.parse(text))).toEqual(compareRequests(chart));
  expect(JSON.parse(asked[0] ?? '')).toMatchObject({ from: 8, to: 22 });
});

test('many runs are asked for in parts, each run once, all as finely as the others', () => {
  const runIds = Array.from({ length: 60 }, (_, at) => at + 1);
  const parts = compareRequests({ ...request, runIds });
  expect(parts.map(({ runIds: part }) => part.length)).toEqual([8, 25, 25, 2]);
  expect(compareRequests({ ...request, runIds: runIds.slice(0, 25) })).toHaveLength(1);
  expect(parts.flatMap(({ runIds: part }) => part)).toEqual(runIds);
  expect(new Set(parts.map(({ width }) => width)).size).toBe(1);
});
