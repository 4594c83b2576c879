import { expect, test } from 'vitest';
import { columnsInView, filmCell, filmGap, scrollTo } from './film-layout.ts';

const film = (left: number) => ({ count: 1000, cell: 56, left, width: 620 });
const pitch = 56 + filmGap;

test('only what is seen and a little more is drawn, wherever it is scrolled', () => {
  for (let left = 0; left <= 1000 * pitch; left += 97) {
    const [first, end] = columnsInView(film(left));
    expect(end - first).toBeLessThanOrEqual(24);
    for (let column = 0; column < 1000; column++) {
      const isSeen = column * pitch + 56 > left && column * pitch < left + 620;
      if (isSeen) expect(column >= first && column < end).toBe(true);
    }
  }
});

test('the film is scrolled only to a column that is not seen', () => {
  expect(scrollTo(3, film(0))).toBeUndefined();
  expect(scrollTo(500, film(0))).toBe(500 * pitch + filmGap - (620 - 56) / 2);
  expect(scrollTo(0, film(5000))).toBe(0);
  expect(scrollTo(999, film(0))).toBe(1000 * pitch + filmGap - 620);
});

test('tiles are magnified by whole numbers', () => {
  expect(filmCell({ width: 28, height: 28 }, true)).toBe(56);
  expect(filmCell({ width: 32, height: 32 }, true)).toBe(64);
  expect(filmCell({ width: 128, height: 128 }, true)).toBe(128);
  expect(filmCell({ width: 384, height: 384 }, false)).toBe(160);
});
