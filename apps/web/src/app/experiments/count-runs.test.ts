import { noCounts } from '@duality/shared';
import { expect, test } from 'vitest';
import { countRuns, whyKept } from './count-runs.ts';

const experiment = (counts: Partial<ReturnType<typeof noCounts>>, removed = 0) => ({
  name: 'a',
  notes: '',
  createdAt: 0,
  newestAt: null,
  counts: { ...noCounts(), ...counts },
  removed,
});

test('runs of every status count, those in the trash do not', () => {
  expect(countRuns(experiment({ queued: 1, failed: 2 }, 4))).toBe(3);
});

test('only an empty experiment may be deleted, and every other says why not', () => {
  expect(whyKept(experiment({}))).toBeUndefined();
  expect(whyKept(experiment({ running: 1 }, 2))).toBe('move its run first');
  expect(whyKept(experiment({ running: 1, stopped: 1 }))).toBe('move its 2 runs first');
  expect(whyKept(experiment({}, 1))).toBe('has a run in the trash');
  expect(whyKept(experiment({}, 2))).toBe('has 2 runs in the trash');
});
