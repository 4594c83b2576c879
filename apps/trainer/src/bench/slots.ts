import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseSweep } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import type { Benchmark } from './benchmark.ts';
import { median } from './median.ts';

const trials = 6;
const door = fileURLToPath(new URL('../../bin/schedule.js', import.meta.url));

/** Whether trials side by side get more done than one after the other on the same cores. */
export const slots: Benchmark = {
  name: 'slots',
  summary: 'a sweep with two slots against one slot',
  run: async ({ rounds = 3, steps = 600, say }) => {
    const seconds = { one: [] as number[], two: [] as number[] };
    for (let round = 1; round <= rounds; round++) {
      say(`slots: round ${round} of ${rounds} …`);
      seconds.one.push(await timeSweep(1, steps));
      seconds.two.push(await timeSweep(2, steps));
    }
    const [one, two] = [median(seconds.one), median(seconds.two)];
    const figures = { 'one slot s': one, 'two slots s': two, ratio: one / two };
    return {
      rows: [{ workload: `${trials} × ${steps} steps`, figures, target: 'ratio ≥ 1', isMet: one / two >= 1 }],
      notes: [
        'wgan-gp-ring, from the first start of a trainer to the end of the last; each slot has its share of the threads.',
      ],
    };
  },
};

async function timeSweep(count: number, steps: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duality-bench-'));
  const store = openStore(join(folder, 'bench.db'));
  try {
    const { id } = store.sweep.create(
      parseSweep({
        name: 'slots',
        preset: 'wgan-gp-ring',
        set: { steps, sampleEvery: steps, checkpointEvery: steps, evaluateEvery: 0 },
        space: { gradientPenaltyWeight: { type: 'integer', low: 1, high: trials } },
        objective: { metric: 'criticEstimate', direction: 'minimise' },
      }),
    );
    const scheduler = spawn(process.execPath, [door, '--store', store.file, '--slots', String(count)], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => scheduler.on('exit', resolve));
    while (store.sweep.get(id).status === 'running') await sleep(50);
    scheduler.kill('SIGTERM');
    await ended;
    return secondsOf(store, id);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

function secondsOf(store: Store, sweepId: number): number {
  const all = store.sweep.trial.list(sweepId);
  const from = Math.min(...all.map(({ startedAt }) => startedAt ?? Number.NaN));
  return (Math.max(...all.map(({ endedAt }) => endedAt ?? Number.NaN)) - from) / 1000;
}
