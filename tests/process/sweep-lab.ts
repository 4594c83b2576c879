import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepInput } from '@duality/shared';
import { expect } from 'vitest';
import { makeFolder, query, run, start, withStore } from './lab.ts';

/** 2 × 2 points on the ring, with few and small steps. */
export const smallSweep: SweepInput = {
  name: 'λ and critic steps',
  preset: 'wgan-gp-ring',
  set: { steps: 20, evaluateEvery: 10, sampleEvery: 10, checkpointEvery: 10, batchSize: 16 },
  space: {
    gradientPenaltyWeight: { type: 'choice', values: [1, 10] },
    criticSteps: { type: 'integer', low: 1, high: 2 },
  },
  objective: { metric: 'eval.criticEstimate', direction: 'minimise' },
};

/** A store for sweeps, and what people and schedulers do to it. */
export function makeSweepLab() {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const sweep = (...args: string[]) => run(folder, 'sweep', [...args, '--store', store]);
  return {
    folder,
    store,
    sweep,
    create: (changes: Partial<SweepInput> = {}, name = 'sweep.json') => {
      writeFileSync(join(folder, name), JSON.stringify({ ...smallSweep, ...changes }));
      return sweep(name);
    },
    schedule: (...args: string[]) => start(folder, 'schedule', ['--store', store, '--slots', '2', ...args]),
    statusOf: (id = 1) => withStore(store, (opened) => opened.sweep.get(id).status),
    trials: (id = 1) => query(store, 'SELECT * FROM v_trial WHERE sweep_id = ? ORDER BY number', id),
  };
}

type SweepLab = ReturnType<typeof makeSweepLab>;

/** Every trial is there once and complete, each with a run of its own that has every step once. */
export function expectEachOnce({ store, trials }: SweepLab, count: number, steps: number): void {
  const all = trials();
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  expect(all.filter(({ state }) => state !== 'completed')).toEqual([]);
  expect(new Set(all.map(({ run_id }) => run_id)).size).toBe(count);
  expect(new Set(all.map(({ params_json, seed }) => `${params_json} ${seed}`)).size).toBe(count);
  const perRun = query(
    store,
    "SELECT run_id, count(*) AS rows, count(DISTINCT step) AS steps FROM v_metric WHERE name = 'criticLoss' GROUP BY run_id",
  );
  expect(perRun.filter(({ rows, steps: distinct }) => rows !== steps || distinct !== steps)).toEqual([]);
  expect(query(store, 'SELECT count(*) AS runs FROM v_run')).toEqual([{ runs: count }]);
}
