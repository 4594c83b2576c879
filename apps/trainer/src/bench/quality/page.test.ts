import { configure, getPreset } from '@duality/shared';
import { expect, test } from 'vitest';
import { writePage } from './page.ts';
import type { TrainedRun } from './trained-runs.ts';
import type { W1Result } from './w1-runs.ts';

const nothing = { w1: [], mixtures: [], fashion: [] };

const critic: W1Result = {
  pair: 'd2-funnels4',
  dimension: 2,
  funnels: 4,
  trueW1: 0.8,
  solver: 'wgan-gp',
  seed: 1,
  engine: 'wasm',
  date: '2026-01-02',
  iterations: 60_000,
  msAnIteration: 3.25,
  history: [
    { iteration: 5000, estimate: 0.1, cosineX: 0.1, cosineY: 0.1 },
    { iteration: 60_000, estimate: 0.76, cosineX: 0.81, cosineY: 0.9 },
  ],
};

const trained = (preset: string, seed: number, values: TrainedRun['values'], settings = {}): TrainedRun => ({
  config: configure(getPreset(preset), { seed, steps: 500, ...settings }),
  preset,
  params: {},
  engine: 'wasm 4.22.0',
  date: '2026-01-02',
  values,
  source: 'clothes',
});

test('a critic is shown as it was at its end, beside the truth and what was published', () => {
  const page = writePage({ ...nothing, w1: [critic] });
  expect(page).toContain('| WGAN-GP | 2 | 4 | 0.800 | 0.760 | −5.0 % | 0.86 | 0.810 | 0.900 | 0.84 | 60000 |');
});

test('runs that differ by their seed make one line, with mean and standard error', () => {
  const values = (modes: number) => ({
    'eval.modes': modes,
    'eval.highQuality': 0.5,
    'eval.klModes': 0.1,
    'eval.w1': 1,
  });
  const page = writePage({
    ...nothing,
    mixtures: [trained('gan-ring', 1, values(6)), trained('gan-ring', 2, values(8))],
  });
  expect(page).toContain('| `gan-ring` | 2 | 500 | 7.0 ± 1.0 | 6.3 ± 0.5 | 0.500 ± 0.000 | .982 ± .002 |');
  expect(page).toContain('seeds 1, 2, 2026-01-02');
});

test('losses are ranked by what was measured, whatever was published', () => {
  const fid = (system: string, value: number) =>
    trained('gan-fashion', 1, { 'eval.fid': value }, { system, criticNormalisation: 'none' });
  const page = writePage({ ...nothing, fashion: [fid('wgan-clip', 30), fid('gan-ns', 10), fid('wgan-gp', 20)] });
  const ranks = [...page.matchAll(/^\| (\d) \| (.*?) \| 1 \| (.*?) \| (\d) \|/gm)].map(([, ...cells]) => cells);
  expect(ranks.map(([rank, , measured, published]) => [rank, measured, published])).toEqual([
    ['1', '10.00', '3'],
    ['2', '20.00', '2'],
    ['3', '30.00', '1'],
  ]);
  expect(page).toContain('two orders: −1.00');
});

test('what was not made has no section', () => {
  expect(writePage(nothing)).not.toContain('\n## ');
});
