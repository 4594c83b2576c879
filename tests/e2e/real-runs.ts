import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Store } from '@duality/shared/store';

const door = join(import.meta.dirname, '../../apps/trainer/bin/train.js');
const experiment = 'really trained';

/** Four short trainings on the ring that differ in penalty weight, seed and system. */
const trainings = [
  ['wgan-gp-ring', '--seed', '1'],
  ['wgan-gp-ring', '--seed', '1', '--set', 'gradientPenaltyWeight=1'],
  ['wgan-gp-ring', '--seed', '2', '--set', 'gradientPenaltyWeight=1'],
  ['gan-ring', '--seed', '1'],
];
const common = ['--steps', '160', '--set', 'sampleEvery=20', '--set', 'evaluateEvery=20'];

/** Numbers of runs that the real trainer trained into the store; they are trained at the first call. */
export async function trainRealRuns(store: Store): Promise<number[]> {
  const trained = () =>
    store.run
      .listSummaries()
      .filter((run) => run.experiment === experiment && run.status === 'completed')
      .map(({ id }) => id)
      .sort((a, b) => a - b);
  for (const training of trainings.slice(trained().length)) {
    const named = ['--store', store.file, '--experiment', experiment];
    await promisify(execFile)(process.execPath, [door, ...training, ...common, ...named]);
  }
  return trained();
}
