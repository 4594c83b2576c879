import type { FoundGroup } from '@duality/shared';
import { expect, test } from 'vitest';
import { indexOfRun, type Layout, layOut, rowAt, rowsBetween, stretchesBetween } from './rows.ts';
import { foldKey } from './run-list.ts';

const heights = { run: 10, group: 4 };
const group = (key: string | null, count: number, offset: number): FoundGroup => ({ key, count, offset, spreads: [] });
const groups = [group('a', 3, 0), group('b', 2, 3), group(null, 1, 5)];
const grouped = (folded: (string | null)[] = [], order: 'ascending' | 'descending' | 'largest' = 'ascending') =>
  layOut(6, groups, { heights, order, folded: folded.map(foldKey) });
const plain = layOut(10_000, undefined, { heights, order: 'ascending', folded: [] });

const tell = (layout: Layout, from: number, to: number) =>
  rowsBetween(layout, from, to).map((row) => [row.index, row.top, row.kind === 'run' ? row.offset : row.group.key]);

test('of many runs only those in view are rows', () => {
  expect(plain).toMatchObject({ rows: 10_000, height: 100_000 });
  expect(tell(plain, 50_005, 50_025)).toEqual([
    [5000, 50_000, 5000],
    [5001, 50_010, 5001],
    [5002, 50_020, 5002],
  ]);
  expect(tell(plain, -50, 5)).toEqual([[0, 0, 0]]);
  expect(tell(plain, 100_000, 200_000)).toEqual([]);
});

test('each group has a head, and no runs while it is folded', () => {
  const layout = grouped(['a']);
  expect(layout).toMatchObject({ rows: 6, height: 4 + 4 + 20 + 4 + 10 });
  expect(tell(layout, 0, 100)).toEqual([
    [0, 0, 'a'],
    [1, 4, 'b'],
    [2, 8, 3],
    [3, 18, 4],
    [4, 28, null],
    [5, 32, 5],
  ]);
});

test('what lies between two heights is what a look at every row would find', () => {
  for (const layout of [grouped(), grouped(['b']), grouped(['a', 'b', null]), grouped([], 'largest')]) {
    const all = Array.from({ length: layout.rows }, (_, index) => rowAt(layout, index));
    for (let from = -3; from < layout.height + 3; from++) {
      for (const to of [from + 1, from + 9, from + 30]) {
        const bottom = (index: number) => all[index + 1]?.top ?? layout.height;
        const seen = all.filter((row, index) => row && row.top < to && bottom(index) > from);
        expect(rowsBetween(layout, from, to)).toEqual(seen);
      }
    }
  }
});

test('groups are ordered by key either way, those without one last, or by size', () => {
  const keys = (layout: Layout) => layout.sections.map((section) => section.group?.key);
  expect(keys(grouped([], 'descending'))).toEqual(['b', 'a', null]);
  expect(keys(grouped([], 'largest'))).toEqual(['a', 'b', null]);
});

test('a run is found again on the page, unless its group is folded', () => {
  const layout = grouped(['a'], 'descending');
  expect([0, 3, 4, 5].map((offset) => indexOfRun(layout, offset))).toEqual([undefined, 1, 2, 5]);
  expect(rowAt(layout, 6)).toBeUndefined();
});

test('a stretch of rows is a few stretches of what was found', () => {
  expect(stretchesBetween(grouped(), 7, 2)).toEqual([
    { offset: 1, limit: 2 },
    { offset: 3, limit: 2 },
  ]);
  expect(stretchesBetween(plain, 5, 5)).toEqual([{ offset: 5, limit: 1 }]);
});
