import { expect, test } from 'vitest';
import { ArgumentError, ConflictError, NotFoundError } from '../domain/errors.ts';
import { aRequest, useTestStore } from './test-store.ts';

const lab = useTestStore();
const report = { engine: 'wasm', version: '1', device: 'CPU', reason: 'test', opThreads: 2 } as const;

/** A run with checkpoints of these steps. */
function addParent(...steps: number[]): number {
  const { id } = lab.store.run.begin(aRequest({ name: 'parent' }), 'me', '/data');
  lab.store.run.setEngine(id, report);
  for (const step of steps) lab.store.checkpoint.add({ runId: id, step, bytes: 1, sha256: 'x' });
  return id;
}

const prune = (runId: number, kept = { newest: 2, every: 0 }) => {
  const removed: number[] = [];
  lab.store.checkpoint.prune(runId, kept, (step) => removed.push(step));
  return removed.sort((a, b) => a - b);
};

test('a clone has the config with the changes, and says where it comes from', () => {
  const runId = addParent(5, 10);
  const clone = lab.store.clone.queue({ runId, config: { learningRate: 1e-4 } });
  expect(clone).toMatchObject({
    name: 'parent · from step 10',
    preset: 'wgan-gp-mnist',
    status: 'queued',
    lastStep: 10,
    dataDir: '/data',
    requestedEngine: 'auto',
    engine: report,
    parent: { runId, step: 10 },
  });
  expect(clone.config).toEqual({ ...aRequest().config, learningRate: 1e-4 });
  expect(lab.store.log.list(clone.id).map(({ message }) => message)).toEqual([
    `clone of run ${runId} at step 10; learningRate 0.0002 → 0.0001`,
  ]);
});

test('an older checkpoint, a name and an engine can be asked for', () => {
  const runId = addParent(5, 10);
  const clone = lab.store.clone.begin({ runId, at: 5, config: {}, name: 'mine', engine: 'cpu' }, 'me');
  expect(clone).toMatchObject({ name: 'mine', status: 'running', requestedEngine: 'cpu', engine: null, lastStep: 5 });
});

test('a checkpoint that is not there is refused with those that are', () => {
  const runId = addParent(5, 10);
  const ask = (id: number, at?: number) => () => lab.store.clone.queue({ runId: id, at, config: {} });
  expect(ask(runId, 7)).toThrow(
    new NotFoundError(`run ${runId} has no checkpoint of step 7: it has those of steps 5, 10`),
  );
  expect(ask(addParent())).toThrow(/has no checkpoint: it has none/);
  expect(ask(99)).toThrow('there is no run 99');
});

test.each([
  [{ learningRate: -1, nosuch: 1 }, [/learningRate: must be more than 0/, /nosuch: unknown key/]],
  [
    { latentSize: 32, packing: 2, learningRate: 1e-4 },
    [/latentSize: must stay 64, not 32: it shapes the networks/, /packing: must stay 1, not 2/],
  ],
  [{ system: 'acgan' }, [/system: must stay wgan-gp, not acgan/]],
  [{ steps: 10 }, [/steps: must be more than 10/]],
])('%j is refused, and no run is left', (config, says) => {
  const runId = addParent(10);
  const ask = () => lab.store.clone.queue({ runId, config });
  expect(ask).toThrow(ArgumentError);
  for (const pattern of says) expect(ask).toThrow(pattern);
  expect(lab.store.run.count()).toBe(1);
});

test('the width of hidden layers may change where the networks have none', () => {
  const runId = addParent(10);
  expect(lab.store.clone.queue({ runId, config: { hiddenSize: 8 } }).config.hiddenSize).toBe(8);
});

test('the newest and the multiples are kept', () => {
  const runId = addParent(10, 20, 30, 40, 50, 60);
  expect(prune(runId, { newest: 2, every: 20 })).toEqual([10, 30]);
  expect(lab.store.checkpoint.list(runId).map(({ step }) => step)).toEqual([60, 50, 40, 20]);
  expect(prune(runId)).toEqual([20, 40]);
});

test('a checkpoint is kept until the clone that waits for it has its own', () => {
  const runId = addParent(10, 20, 30);
  const clone = lab.store.clone.queue({ runId, at: 10, config: {} });
  expect(prune(runId)).toEqual([]);
  lab.store.checkpoint.add({ runId: clone.id, step: 10, bytes: 1, sha256: 'x' });
  expect(prune(runId)).toEqual([10]);
});

test('what could not be removed is not forgotten', () => {
  const runId = addParent(10, 20, 30);
  const fail = () => {
    throw new Error('no permission');
  };
  expect(() => lab.store.checkpoint.prune(runId, { newest: 1, every: 0 }, fail)).toThrow('no permission');
  expect(lab.store.checkpoint.list(runId)).toHaveLength(3);
});

test('a run that diverged is not queued again', () => {
  const runId = addParent(10);
  lab.store.run.end(runId, 'failed', 'diverged: the losses are no longer finite at step 12');
  expect(() => lab.store.run.requeue(runId)).toThrow(ConflictError);
  expect(() => lab.store.run.requeue(runId)).toThrow(/would end there again; clone it/);
  expect(lab.store.clone.queue({ runId, config: {} })).toMatchObject({ status: 'queued' });
});
