import { expect, test } from 'vitest';
import { type ChartedTrial, drawTrials, kindOfTrial } from './trial-drawing.ts';

const trial = (number: number, objective: number | null, state: ChartedTrial['state'] = 'completed'): ChartedTrial => ({
  number,
  runId: number,
  state,
  objective,
  isBest: false,
});

test('the best so far steps down where a completed trial is better, and goes on to the last trial', () => {
  const trials = [trial(3, 2), trial(1, 5), trial(2, 7), trial(4, 1, 'pruned'), trial(5, null, 'queued')];
  expect(drawTrials(trials, 'minimise').best).toEqual([
    { x: 1, y: 5 },
    { x: 3, y: 2 },
    { x: 5, y: 2 },
  ]);
  expect(drawTrials(trials, 'maximise').best).toEqual([
    { x: 1, y: 5 },
    { x: 2, y: 7 },
    { x: 5, y: 7 },
  ]);
  expect(drawTrials([], 'maximise').best).toEqual([]);
});

test('each trial is drawn by what became of it', () => {
  expect(kindOfTrial(trial(1, 1))).toBe('completed');
  expect(kindOfTrial(trial(1, 1, 'running'))).toBe('going');
  expect(kindOfTrial(trial(1, 1, 'pruned'))).toBe('ended');
  expect(kindOfTrial(trial(1, null, 'running'))).toBe('none');
  expect(drawTrials([trial(1, null, 'failed'), trial(2, 3, 'failed')], 'minimise')).toMatchObject({
    failed: [1],
    ended: [{ x: 2, y: 3 }],
  });
});

test('a logarithm is offered where every value has one', () => {
  expect(drawTrials([trial(1, 0.1), trial(2, 5)], 'minimise').canBeLog).toBe(true);
  expect(drawTrials([trial(1, 0), trial(2, 5)], 'minimise').canBeLog).toBe(false);
});
