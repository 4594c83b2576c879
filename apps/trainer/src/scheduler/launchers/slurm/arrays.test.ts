import { configure, getPreset, parseSweep, SlurmPlace } from '@duality/shared';
import { openTestStore } from '@duality/shared/open-test-store';
import { expect, test } from 'vitest';
import { steerSweeps } from '../../sweeps/steer.ts';
import { groupArrays } from './arrays.ts';

const place = SlurmPlace.parse({ kind: 'slurm' });
const aSweep = (changes = {}) =>
  parseSweep({
    name: 'λ',
    preset: 'wgan-gp-ring',
    space: { gradientPenaltyWeight: { type: 'choice', values: [1, 2, 3, 4, 5, 6] } },
    seeds: [1, 2],
    objective: { metric: 'eval.modes', direction: 'maximise' },
    concurrency: 4,
    place,
    ...changes,
  });

test('a sweep’s waiting trials are one array, and a single run one of its own', () => {
  const store = openTestStore();
  const { id } = store.sweep.create(aSweep());
  const config = configure(getPreset('wgan-gp-ring'), {});
  store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config });
  store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config, place });
  const steer = () => steerSweeps({ store, holder: 'a', say: () => {} }, 0, Date.now());
  steer(); // no slot of this machine is free
  const groups = () => groupArrays(store, store.job.listActive()).map(({ runs, atOnce }) => [runs.length, atOnce]);
  expect(groups()).toEqual([
    [1, undefined],
    [12, 4],
  ]);
  expect(store.run.claim('here')?.place).toBeNull();
  expect(store.run.claim('here')).toBeUndefined();
  store.sweep.pause(id);
  expect(groups()).toEqual([[1, undefined]]);
  store.sweep.resume(id);
  expect(groups()).toContainEqual([12, 4]);
});

test('one that learns from its trials has no more of them than may run at once', () => {
  const store = openTestStore();
  store.sweep.create(aSweep({ strategy: 'tpe', seeds: [1], budget: { trials: 20 } }));
  steerSweeps({ store, holder: 'a', say: () => {} }, 0, Date.now());
  expect(groupArrays(store, store.job.listActive())[0]?.runs).toHaveLength(4);
});
