import type { Database } from 'better-sqlite3';
import type { Group } from '../../domain/group.ts';
import { byMetricOrder, type NonFinite, type Series } from '../../domain/metric.ts';
import type { RunId } from '../../domain/run.ts';
import type { Extent } from './bucket.ts';
import type { Fold } from './fold.ts';
import { bucketStepsOf, type GroupMember, groupMembers } from './group.ts';
import { readStretches, type Stretch, type Window } from './series-window.ts';

/** Marks of values that are no finite number, beyond which only their count is told. */
const maxMarks = 1000;

export type SeriesStore = ReturnType<typeof seriesStore>;

/** Reads curves: exactly while the points are few, and else from the pyramid. */
export function seriesStore(db: Database, fold: Fold) {
  const allSeries = db.prepare<[RunId], { id: number; name: string }>('SELECT id, name FROM series WHERE run_id = ?');
  const oneSeries = db.prepare<[RunId, string], number>('SELECT id FROM series WHERE run_id = ? AND name = ?').pluck();
  const namesOf = db
    .prepare<[string], string>('SELECT DISTINCT name FROM series WHERE run_id IN (SELECT value FROM json_each(?))')
    .pluck();
  const first = db
    .prepare<[number, number], number | null>('SELECT min(step) FROM metric WHERE series_id = ? AND step >= ?')
    .pluck();
  const last = db
    .prepare<[number, number], number | null>('SELECT max(step) FROM metric WHERE series_id = ? AND step <= ?')
    .pluck();
  const countUpTo = db
    .prepare<[number, number, number, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM metric WHERE series_id = ? AND step BETWEEN ? AND ? LIMIT ?)',
    )
    .pluck();
  const marks = db.prepare<[number, number, number, number], { step: number; kind: NonFinite }>(
    `SELECT step, kind FROM metric INDEXED BY metric_not_finite
     WHERE series_id = ? AND step BETWEEN ? AND ? AND value IS NULL ORDER BY step LIMIT ?`,
  );

  /** What of the series lies in the window; without a point there, `first` is beyond `last`. */
  const find = (id: number, { from = 0, to = Number.MAX_SAFE_INTEGER, width }: Window): GroupMember => {
    const start = first.get(id, from) ?? Number.POSITIVE_INFINITY;
    const end = last.get(id, to) ?? -1;
    const isFew = (countUpTo.get(id, start, end, 2 * width + 1) ?? 0) <= 2 * width;
    const read = (bucketSteps: number) => readStretches(fold, id, start, end, bucketSteps);
    return { first: start, last: end, isFew, read };
  };
  const readSeries = (id: number, name: string, window: Window): Series => {
    const found = find(id, window);
    const bucketSteps = bucketStepsOf([found], window.width);
    return toSeries(name, bucketSteps, found.read(bucketSteps), marks.all(id, found.first, found.last, maxMarks));
  };

  return {
    /** Every metric of the run over a window, in the order of `metricDescriptions`. */
    list: (runId: RunId, window: Window): Series[] =>
      allSeries
        .all(runId)
        .sort((a, b) => byMetricOrder(a.name, b.name))
        .map(({ id, name }) => readSeries(id, name, window)),
    /** One metric of the run over a window; undefined where it was never logged. */
    find: (runId: RunId, name: string, window: Window): Series | undefined => {
      const id = oneSeries.get(runId, name);
      return id === undefined ? undefined : readSeries(id, name, window);
    },
    /** The metrics that any of these runs has, in the order of `metricDescriptions`. */
    names: (runIds: readonly RunId[]): string[] => namesOf.all(JSON.stringify(runIds)).sort(byMetricOrder),
    /** One metric of several runs, summed up over them; a run that does not have it is left out. */
    group: (runIds: readonly RunId[], name: string, window: Window): Group => {
      const ids = [...new Set(runIds)].flatMap((runId) => oneSeries.get(runId, name) ?? []);
      const members = ids.map((id) => find(id, window)).filter((member) => member.first <= member.last);
      return groupMembers(name, members, window.width);
    },
  };
}

function toSeries(name: string, bucketSteps: number, stretches: Stretch[], nonFinite: Series['nonFinite']): Series {
  const column = (pick: (bucket: Extent) => number) =>
    stretches.map(({ bucket }) => (bucket.n > 0 ? pick(bucket) : null));
  return {
    name,
    bucketSteps,
    steps: stretches.map(({ step }) => step),
    values: column(({ mean }) => mean),
    lows: column(({ lo }) => lo),
    highs: column(({ hi }) => hi),
    nonFinite,
  };
}
