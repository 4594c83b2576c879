import { expect, test } from 'vitest';
import { NotFoundError } from '../domain/errors.ts';
import { aRequest, useTestStore } from './test-store.ts';

const lab = useTestStore();
const newRun = () => lab.store.run.queue(aRequest()).id;
const about = (value: number) => ({ value, low: value - 1, high: value + 1 });

test('intervals and floors come back by metric, in step order', () => {
  const runId = newRun();
  const { evaluation } = lab.store;
  evaluation.add(runId, { step: 20, estimates: { 'eval.fid': about(5) }, detail: {} });
  evaluation.add(runId, {
    step: 10,
    estimates: { 'eval.fid': about(9), 'eval.kid': { value: 1, low: Number.NaN, high: 2 } },
    floors: { 'eval.fid': about(1), 'eval.w1': about(2) },
    detail: { classCounts: [3, 4] },
  });
  evaluation.add(runId, { step: 20, estimates: { 'eval.fid': about(6) }, detail: {} });
  expect(evaluation.listCertainty(runId)).toEqual([
    { name: 'eval.fid', steps: [10, 20], lows: [8, 5], highs: [10, 7], floor: about(1) },
    { name: 'eval.w1', steps: [], lows: [], highs: [], floor: about(2) },
  ]);
  expect(lab.store.evaluation.listFloors(runId)).toEqual({ 'eval.fid': about(1).value, 'eval.w1': about(2).value });
});

test('details and pictures are found by the evaluation’s number', () => {
  const runId = newRun();
  const { evaluation } = lab.store;
  evaluation.add(runId, { step: 1, estimates: {}, detail: { classCounts: [1, 2] }, neighbours: Buffer.from('png') });
  evaluation.add(runId, { step: 2, estimates: {}, detail: {} });
  const [first, second] = evaluation.list(runId);
  expect([first, second]).toMatchObject([
    { step: 1, hasNeighbours: true },
    { step: 2, hasNeighbours: false },
  ]);
  expect(evaluation.getDetail(first?.id ?? 0)).toEqual({ classCounts: [1, 2] });
  expect(evaluation.getNeighbours(first?.id ?? 0).toString()).toBe('png');
  expect(() => evaluation.getNeighbours(second?.id ?? 0)).toThrow(NotFoundError);
  expect(() => evaluation.getDetail(0)).toThrow(NotFoundError);
});

test('the second store does not give a picture the number of the first one’s', () => {
  lab.store.evaluation.add(newRun(), { step: 1, estimates: {}, detail: {} });
  const [first] = lab.store.evaluation.list(1);
  expect(first?.id).toBeGreaterThan(1);
});
