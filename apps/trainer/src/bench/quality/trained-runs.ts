import type { RunConfig } from '@duality/shared';
import type { Store } from '@duality/shared/store';

/** A run of a sweep at its end. */
export interface TrainedRun {
  config: RunConfig;
  preset: string;
  params: Readonly<Record<string, unknown>>;
  engine: string;
  /** The day on which it ended, as 2026-11-22. */
  date: string;
  /** The last value of each metric. */
  values: Record<string, number>;
  /** Which copy of the data it says it read. */
  source: string;
}

/** Completed trials of the sweep with this name; none where it was not made. */
export function readTrainedRuns(store: Store, sweepName: string): TrainedRun[] {
  const sweep = store.sweep.list().find(({ name }) => name === sweepName);
  if (!sweep) return [];
  return store.sweep.trial.list(sweep.id).flatMap(({ runId, params, state }) => {
    if (state !== 'completed' || runId === null) return [];
    const { config, preset, engine, endedAt, lastStep } = store.run.get(runId);
    const last = store.series.list(runId, { from: lastStep, to: lastStep, width: 10 });
    const values = Object.fromEntries(
      last.flatMap(({ name, values: [value] }) => (value === null || value === undefined ? [] : [[name, value]])),
    );
    const line = store.log.list(runId).find(({ message }) => / samples of /.test(message))?.message ?? '';
    return {
      config,
      preset,
      params,
      values,
      engine: engine ? `${engine.engine} ${engine.version}` : '',
      date: new Date(endedAt ?? 0).toISOString().slice(0, 10),
      source: /samples of (.*?);/.exec(line)?.[1] ?? '',
    };
  });
}
