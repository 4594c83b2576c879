import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Store } from '@duality/shared/store';

const door = join(import.meta.dirname, '../../apps/trainer/bin/train.js');

/** What `npm run train` is told, a training each: a preset and config keys as `key=value`. */
type Training = readonly [preset: string, ...set: string[]];

const rates = [0.0002, 0.002];

export const experiment = 'really trained';

/** Told apart by their preset, and as short and small as their stories allow. */
const groups = {
  /** Critics of the ring under every pair of three penalty weights and two rates. */
  ring: [0.1, 1, 10].flatMap((weight) =>
    rates.map(
      (rate): Training => [
        'wgan-gp-ring',
        ...['steps=160', 'sampleEvery=20', 'evaluateEvery=20', 'batchSize=16', 'hiddenSize=16'],
        ...[`gradientPenaltyWeight=${weight}`, `learningRate=${rate}`],
      ],
    ),
  ),
  /** Digits of the same noise; the last run draws half as many grids. */
  digits: [
    [1, 0.0002, 5],
    [1, 0.002, 5],
    [10, 0.0002, 5],
    [10, 0.002, 10],
  ].map(
    ([weight, rate, every]): Training => [
      'wgan-gp-mnist',
      ...['steps=20', `sampleEvery=${every}`, 'batchSize=8', 'criticSteps=1'],
      ...[`gradientPenaltyWeight=${weight}`, `learningRate=${rate}`],
    ],
  ),
  /** One sample a batch and a high rate: at single steps the critic is surely wrong. */
  spiky: [
    [
      'gan-normals',
      ...['steps=2200', 'sampleEvery=2200', 'evaluateEvery=2200', 'batchSize=1', 'hiddenSize=16', 'learningRate=0.003'],
    ] as Training,
  ],
};

/** Numbers of the runs of each group, in the order above. */
export type RealRuns = Record<keyof typeof groups, number[]>;

/** Trains what the store has not yet, with the real trainer, in a process for each run. */
export async function trainRealRuns(store: Store): Promise<RealRuns> {
  const runs: Partial<RealRuns> = {};
  for (const [name, trainings] of Object.entries(groups)) {
    const preset = trainings[0]?.[0] ?? '';
    const trained = () =>
      store.run
        .listSummaries()
        .filter((run) => run.experiment === experiment && run.preset === preset && run.status === 'completed')
        .map(({ id }) => id)
        .sort((a, b) => a - b);
    for (const [, ...set] of trainings.slice(trained().length)) {
      const settings = set.flatMap((pair) => ['--set', pair]);
      const named = ['--seed', '1', '--store', store.file, '--experiment', experiment];
      await promisify(execFile)(process.execPath, [door, preset, ...settings, ...named]);
    }
    runs[name as keyof RealRuns] = trained();
  }
  return runs as RealRuns;
}
