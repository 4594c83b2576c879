import { expect, test } from 'vitest';
import { changeQuery } from '#components/use-address.ts';
import { parseSamples, samplesTo } from './samples-address.ts';

const read = (text: string) => parseSamples(new URLSearchParams(text));
const change = (change: Parameters<typeof changeQuery>[1], from = '') =>
  changeQuery(new URLSearchParams(from), change).toString();

test('without a word there are whole grids at one step', () => {
  expect(read('runs=1')).toEqual({
    tile: undefined,
    pair: undefined,
    way: 'swipe',
    cut: 50,
    rate: 1,
    scale: 255,
    chosen: [],
  });
});

test('what the address says is read back', () => {
  const pair = [{ runId: 3, step: 100 }, { runId: 5 }] as const;
  const text = change({
    ...samplesTo.pair(pair),
    ...samplesTo.pairTile(5),
    ...samplesTo.way('difference'),
    ...samplesTo.cut(30),
    ...samplesTo.rate(2),
    ...samplesTo.scale(64),
    ...samplesTo.chosen([{ key: 'learningRate', value: '0.001' }]),
  });
  expect(read(text)).toEqual({
    tile: 5,
    pair,
    way: 'difference',
    cut: 30,
    rate: 2,
    scale: 64,
    chosen: [{ key: 'learningRate', value: '0.001' }],
  });
});

test('defaults are not written, and leaving a view takes its keys away', () => {
  const usual = { ...samplesTo.way('swipe'), ...samplesTo.cut(50), ...samplesTo.rate(1), ...samplesTo.scale(255) };
  expect(change({ ...usual, ...samplesTo.wall() }, 'runs=1&pair=1,2&tile=4&step=9')).toBe('runs=1&step=9');
});

test('what is no view is none', () => {
  for (const text of ['tile=x', 'tile=-1', 'pair=1', 'pair=1,2,3', 'pair=a,b', 'pair=1@,2'])
    expect(read(text)).toMatchObject({ tile: undefined, pair: undefined });
  expect(read('cut=900&rate=60&full=1')).toMatchObject({ cut: 50, rate: 1, scale: 255 });
});
