import type { FoundGroup } from '@duality/shared';
import { foldKey, type GroupOrder } from './run-list.ts';

/** How tall each kind of row is, in pixels. */
export interface RowHeights {
  run: number;
  group: number;
}

/** Runs that follow each other both in what was found and on the page, under the head of their group if there is one. */
interface Section {
  group: FoundGroup | undefined;
  isFolded: boolean;
  /** Of its first row, the group's head included. */
  index: number;
  top: number;
  /** Of its first run, in what was found. */
  offset: number;
  runs: number;
}

export interface Layout {
  sections: Section[];
  rows: number;
  height: number;
  heights: RowHeights;
}

export type Row = { index: number; top: number } & (
  | { kind: 'run'; offset: number }
  | { kind: 'group'; group: FoundGroup; isFolded: boolean }
);

/** Where each row stands, without looking at any. */
export function layOut(
  total: number,
  groups: readonly FoundGroup[] | undefined,
  { heights, order, folded }: { heights: RowHeights; order: GroupOrder; folded: readonly string[] },
): Layout {
  const layout: Layout = { sections: [], rows: 0, height: 0, heights };
  const add = (group: FoundGroup | undefined, isFolded: boolean, offset: number, runs: number) => {
    const head = group ? 1 : 0;
    layout.sections.push({ group, isFolded, index: layout.rows, top: layout.height, offset, runs });
    layout.rows += head + runs;
    layout.height += head * heights.group + runs * heights.run;
  };
  if (!groups) add(undefined, false, 0, total);
  for (const group of ordered(groups ?? [], order)) {
    const isFolded = folded.includes(foldKey(group.key));
    add(group, isFolded, group.offset, isFolded ? 0 : group.count);
  }
  return layout;
}

function ordered(groups: readonly FoundGroup[], order: GroupOrder): readonly FoundGroup[] {
  if (order === 'ascending') return groups;
  if (order === 'largest') return groups.toSorted((a, b) => b.count - a.count);
  const missing = groups.filter(({ key }) => key === null);
  return [...groups.filter(({ key }) => key !== null).reverse(), ...missing];
}

/** The rows that lie, even in part, between two heights. */
export function rowsBetween(layout: Layout, from: number, to: number): Row[] {
  const { heights, sections } = layout;
  const rows: Row[] = [];
  for (let at = sectionAt(sections, from); at < sections.length; at++) {
    const section = sections[at] as Section;
    if (section.top >= to) break;
    const { group, isFolded, index, top, offset, runs } = section;
    const headHeight = group ? heights.group : 0;
    if (group && top + headHeight > from) rows.push({ kind: 'group', index, top, group, isFolded });
    const firstTop = top + headHeight;
    const first = Math.max(0, Math.floor((from - firstTop) / heights.run));
    const end = Math.min(runs, Math.ceil((to - firstTop) / heights.run));
    for (let run = first; run < end; run++) {
      rows.push({
        kind: 'run',
        index: index + (group ? 1 : 0) + run,
        top: firstTop + run * heights.run,
        offset: offset + run,
      });
    }
  }
  return rows;
}

/** The row at a place in the order of the page; undefined beyond the ends. */
export function rowAt(layout: Layout, index: number): Row | undefined {
  const section = layout.sections.findLast((one) => one.index <= index);
  if (!section || index < 0 || index >= layout.rows) return undefined;
  const { group, isFolded, top, offset } = section;
  const run = index - section.index - (group ? 1 : 0);
  if (group && run < 0) return { kind: 'group', index, top, group, isFolded };
  const { heights } = layout;
  return { kind: 'run', index, top: top + (group ? heights.group : 0) + run * heights.run, offset: offset + run };
}

/** The place of a found run in the order of the page; undefined where its group is folded. */
export function indexOfRun(layout: Layout, offset: number): number | undefined {
  const section = layout.sections.find((one) => offset >= one.offset && offset < one.offset + one.runs);
  return section && section.index + (section.group ? 1 : 0) + offset - section.offset;
}

/** The runs between two rows, both included, as stretches of what was found. */
export function stretchesBetween(layout: Layout, first: number, last: number): { offset: number; limit: number }[] {
  const [from, to] = first < last ? [first, last] : [last, first];
  return layout.sections.flatMap(({ group, index, offset, runs }) => {
    const start = index + (group ? 1 : 0);
    const [begin, end] = [Math.max(from, start), Math.min(to, start + runs - 1)];
    return begin > end ? [] : [{ offset: offset + begin - start, limit: end - begin + 1 }];
  });
}

/** The last section that begins at or above a height. */
function sectionAt(sections: readonly Section[], height: number): number {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sections[middle]?.top ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
