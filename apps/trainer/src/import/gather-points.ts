import { type Column, ExplainedError, metricColumns, NonFinite, nonFiniteValues, type Row } from '@duality/shared';
import type { StepMetrics } from '@duality/shared/store';

const names = ['run_uid', 'name', 'step', 'value', 'time_ms', 'kind'];

/** What is read of a file of metrics; runs have other ids in other stores. */
export const pointColumns: readonly Column[] = names.map(
  (name) => metricColumns.find((column) => column.name === name) as Column,
);

/** One run's points in a slice of rows. */
export interface PointsOfRun {
  firstRow: number;
  steps: Map<number, StepMetrics>;
}

/** A slice's points by the uid of their run, then by step. Throws what names the row and the column that is wrong. */
export function gatherPoints(file: string, rows: readonly Row[], rowsBefore: number): Map<string, PointsOfRun> {
  const runs = new Map<string, PointsOfRun>();
  for (const [i, cells] of rows.entries()) {
    const [uid, name, step, value, at, kind] = cells as [string, string, number, number | null, number | null, string];
    const place = () => `${file}, row ${rowsBefore + i + 1}, column`;
    if (name === '') throw new ExplainedError(`${place()} name: must not be empty`);
    if (step < 0) throw new ExplainedError(`${place()} step: must be at least 0, not ${step}`);
    const { steps } = getOrAdd(runs, uid, () => ({ firstRow: rowsBefore + i + 1, steps: new Map() }));
    // Without a prototype any word can be the name of a metric.
    const point = getOrAdd(steps, step, () => ({ step, values: Object.create(null), at: undefined }));
    point.values[name] = value !== null && kind === null ? value : readNotFinite(value, kind, place);
    if (at !== null) point.at = at;
  }
  return runs;
}

function readNotFinite(value: number | null, kind: string | null, place: () => string): number {
  const known = NonFinite.safeParse(kind);
  if (value === null && known.success) return nonFiniteValues[known.data];
  if (kind === null) throw new ExplainedError(`${place()} value: is empty, and kind does not say why`);
  const must = value === null ? `must be ${NonFinite.options.join(', ')} or empty` : 'must be empty beside a value';
  throw new ExplainedError(`${place()} kind: ${must}, not "${kind}"`);
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
