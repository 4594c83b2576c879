import { expect, it } from 'vitest';
import { addUp, describeCounts, isTrue } from './fault-counts.js';

const lines = (...counts) => counts.map((count) => JSON.stringify(count)).join('\n');
const kill = { kind: 'kill', injected: 2, acknowledged: 10, lost: 0, trueAfterS: 3 };

it('counts of one kind are added, and of their waits the longest is told', () => {
  const rows = addUp(lines(kill, { kind: 'full disk', injected: 1 }, { ...kill, trueAfterS: 12.34 }));
  expect(describeCounts(rows).split('\n')).toEqual([
    'fault      injected  acknowledged  lost  true after s',
    'kill              4            20     0          12.3',
    'full disk         1             –     –             –',
    'together          5            20     0          12.3',
  ]);
  expect(isTrue(rows)).toBe(true);
});

it('one lost step, half a minute of untruth, or nothing at all is a failure', () => {
  expect(isTrue(addUp(lines(kill, { ...kill, lost: 1 })))).toBe(false);
  expect(isTrue(addUp(lines({ ...kill, trueAfterS: 30.5 }, kill)))).toBe(false);
  expect(isTrue(addUp(''))).toBe(false);
});
