import type { Database } from 'better-sqlite3';
import { addBucket, addPoint, type Bucket, bucketColumns, emptyBucket, toRow } from './bucket.ts';
import { type Fold, factor } from './fold.ts';

/** The open end of a series: its newest step and, by level, what the bucket around that step holds so far. */
interface Tip {
  newest: number;
  levels: (Bucket | undefined)[];
}

/**
 * Keeps the pyramid of each series while points are written. A bucket is written once, when a point beyond it arrives;
 * until then it is kept here, and read back from the level below when another process or a crash came between.
 */
export function pyramidWriter(db: Database, fold: Fold) {
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  const write = db.prepare<(number | null)[]>(
    `INSERT OR REPLACE INTO pyramid (series_id, level, bucket, ${bucketColumns}) VALUES (${marks(11)})`,
  );
  const drop = db.prepare<[number, number, number]>(
    'DELETE FROM pyramid WHERE series_id = ? AND level = ? AND bucket = ?',
  );
  const dropAll = db.prepare<[number]>('DELETE FROM pyramid WHERE series_id = ?');
  const setTotal = db.prepare<(number | null)[]>(
    `UPDATE series SET closed_before = ?, (${bucketColumns}) = (${marks(8)}) WHERE id = ?`,
  );
  const tips = new Map<number, Tip | undefined>();
  const unsummed = new Set<number>();

  const readTip = (id: number): Tip | undefined => {
    const newest = fold.findNewest(id);
    if (newest === undefined) return undefined;
    const levels: Tip['levels'] = [];
    let below = 1;
    for (let level = 1; Math.floor(newest / below) > 0 || level === 1; level++, below *= factor) {
      const start = Math.floor(newest / (below * factor)) * below * factor;
      const end = level === 1 ? newest : Math.floor(newest / below) * below - 1;
      const open = fold.fold(id, newest, start, end, level - 1);
      if (open.n + open.nonFinite > 0) levels[level] = open;
    }
    return { newest, levels };
  };
  const tipOf = (id: number): Tip | undefined => {
    if (!tips.has(id)) tips.set(id, readTip(id));
    return tips.get(id);
  };
  const writeTotal = (id: number, tip: Tip | undefined) => {
    const { newest, levels } = tip ?? { newest: 0, levels: [] };
    const total = emptyBucket();
    for (let level = levels.length - 1; level > 1; level--) {
      const open = levels[level];
      if (open) addBucket(total, open);
    }
    setTotal.run(Math.floor(newest / factor) * factor, ...toRow(total), id);
  };
  /** Writes every bucket that a point at `step` shows to be complete. */
  const closeBefore = (id: number, tip: Tip, step: number) => {
    let carry: Bucket | undefined;
    for (let level = 1, size = factor; ; level++, size *= factor) {
      const open = tip.levels[level];
      if (!open) tip.levels[level] = carry;
      else if (carry) addBucket(open, carry);
      const index = Math.floor(tip.newest / size);
      if (index === Math.floor(step / size)) break;
      carry = tip.levels[level] as Bucket;
      write.run(id, level, index, ...toRow(carry));
      tip.levels[level] = undefined;
    }
    tip.newest = step;
    if (carry) unsummed.add(id);
  };
  /** The tip with a point beyond all that it has seen. */
  const extend = (id: number, tip: Tip | undefined, step: number, value: number | null): Tip => {
    if (tip) closeBefore(id, tip, step);
    const extended = tip ?? { newest: step, levels: [] };
    extended.levels[1] ??= emptyBucket();
    addPoint(extended.levels[1], step, value);
    return extended;
  };
  const forget = (id: number): void => {
    tips.delete(id);
    unsummed.delete(id);
  };

  return {
    /** The newest step that the series has; undefined before the first. */
    newestOf: (id: number) => tipOf(id)?.newest,
    /** Takes in a point that was just written beyond all others of its series. */
    add: (id: number, step: number, value: number | null): void => {
      const tip = tipOf(id);
      if (!tip && step >= factor) unsummed.add(id);
      tips.set(id, extend(id, tip, step, value));
    },
    /** Makes the series' buckets around these steps anew from what is below them. */
    repair: (id: number, steps: readonly number[]): void => {
      tips.delete(id);
      const newest = fold.findNewest(id);
      let below = 1;
      for (let level = 1; newest !== undefined && Math.floor(newest / below / factor) > 0; level++, below *= factor) {
        const size = below * factor;
        for (const index of new Set(steps.map((step) => Math.floor(step / size)))) {
          if (index >= Math.floor(newest / size)) continue;
          const bucket = fold.fold(id, newest, index * size, (index + 1) * size - 1, level - 1);
          if (bucket.n + bucket.nonFinite > 0) write.run(id, level, index, ...toRow(bucket));
          else drop.run(id, level, index);
        }
      }
      unsummed.add(id);
    },
    /** Makes all of the series' buckets and its total anew from its points. */
    rebuild: (id: number, points: Iterable<readonly [step: number, value: number | null]>): void => {
      dropAll.run(id);
      let tip: Tip | undefined;
      for (const [step, value] of points) tip = extend(id, tip, step, value);
      writeTotal(id, tip);
      forget(id);
    },
    /** Writes the totals of the series touched since the last time; to be called before each commit. */
    writeTotals: (): void => {
      for (const id of unsummed) writeTotal(id, tipOf(id));
      unsummed.clear();
    },
    /** Forgets what it remembers of these series: someone else has written them, or a write of ours was undone. */
    forget: (ids: Iterable<number>): void => {
      for (const id of ids) forget(id);
    },
  };
}
