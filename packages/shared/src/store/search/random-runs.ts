import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { configure, getPreset } from '../../domain/preset.ts';
import type { Store } from '../index.ts';
import { metricNames, type PlainRun, someTexts } from './random-filter.ts';

const text = fc.constantFrom(...someTexts);
const filled = fc.constantFrom(...someTexts.filter(Boolean));
const time = fc.integer({ min: Date.UTC(2026, 10, 19, 20), max: Date.UTC(2026, 10, 21, 4) });
const aboutNoon = fc.integer({ min: Date.UTC(2026, 10, 20, 12, 29), max: Date.UTC(2026, 10, 20, 12, 32) });
const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -9, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
);
const points = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), value, { maxKeys: 40, size: 'max' });

/** All that can differ between two runs, as it is written into the store. */
export const someRun = fc.record({
  name: filled,
  experiment: filled,
  reason: fc.option(text),
  notes: text,
  engine: fc.constantFrom(null, 'cpu', 'wasm'),
  status: fc.constantFrom('queued', 'running', 'failed', 'completed'),
  system: fc.constantFrom('wgan-gp', 'wgan-clip'),
  seed: fc.integer({ min: 0, max: 9 }),
  batchSize: fc.constantFrom(1, 7, 64),
  learningRate: fc.constantFrom(1e-4, 0.5, 1),
  createdAt: fc.oneof(time, aboutNoon),
  startedAt: fc.option(fc.oneof(time, aboutNoon)),
  endedAt: fc.option(fc.oneof(time, aboutNoon)),
  isArchived: fc.boolean(),
  place: fc.constantFrom(null, { kind: 'slurm' }, { kind: 'offline', host: 'Λb' }),
  job: fc.option(fc.record({ id: filled, node: fc.option(filled) })),
  tags: fc.uniqueArray(filled, { maxLength: 3 }),
  metrics: fc.record(Object.fromEntries(metricNames.map((name) => [name, points])), { requiredKeys: [] }),
});
type SomeRun = typeof someRun extends fc.Arbitrary<infer T> ? T : never;
type Points = Record<string, number>;

/** Writes the run and says what is then known of it, worked out without the store. */
export function addRun(db: Database, store: Store, run: SomeRun): PlainRun {
  const { system, seed, batchSize, learningRate, createdAt, startedAt, endedAt } = run;
  const preset = getPreset('wgan-gp-mnist');
  const config = configure(preset, { system, seed, batchSize, learningRate });
  // As a store of an older version has it: a key that came later is not there.
  const { clipValue, asPrinted, ...older } = config;
  const { id } = store.run.queue({ preset: preset.name, engine: 'auto', name: run.name, config });
  const engine = run.engine && JSON.stringify({ engine: run.engine, version: '1', device: 'd', reason: 'r' });
  const job = run.job && { ...run.job, state: 'PENDING', reason: null, requeues: 0, isOver: false };
  const metrics = Object.entries(run.metrics) as [string, Points][];
  for (const [name, points] of metrics) {
    const steps = Object.entries(points).map(([step, value]) => ({ step: Number(step), values: { [name]: value } }));
    store.metric.appendMany(id, steps);
  }
  db.prepare(
    `UPDATE run SET config = ?, experiment = ?, reason = ?, notes = ?, engine = ?, status = ?, created_at = ?,
     started_at = ?, ended_at = ?, heartbeat_at = NULL, archived_at = ?, place = ?, job = ? WHERE id = ?`,
  ).run(
    ...[JSON.stringify(older), run.experiment, run.reason, run.notes, engine, run.status, createdAt, startedAt],
    ...[endedAt, run.isArchived ? 1 : null, run.place && JSON.stringify(run.place), job && JSON.stringify(job), id],
  );
  for (const tag of run.tags) db.prepare('INSERT INTO tag (run_id, name) VALUES (?, ?)').run(id, tag);
  return {
    fields: {
      ...{ ...config, clipValue, asPrinted },
      ...{ id, name: run.name, experiment: run.experiment, preset: preset.name, reason: run.reason },
      ...{ notes: run.notes || null, engine: run.engine, status: run.status, archived: run.isArchived, parent: null },
      ...{ createdAt, startedAt, endedAt },
      ...{ where: run.place?.kind ?? 'here', node: run.job?.node ?? run.place?.host ?? null, job: run.job?.id ?? null },
      duration: startedAt === null || endedAt === null ? null : (endedAt - startedAt) / 1000,
      step: Math.max(0, ...metrics.flatMap(([, points]) => Object.keys(points).map(Number))),
    },
    tags: run.tags,
    metrics: Object.fromEntries(
      metrics.map(([name, points]) => [name, Object.entries(points).map(([step, at]) => [Number(step), at])]),
    ),
  };
}
