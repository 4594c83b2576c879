import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { SlurmPlace } from '../domain/place.ts';
import { aRequest, useTestStore } from './test-store.ts';
import { describeProcess, isAlive } from './trainer-process.ts';

const lab = useTestStore();

test('a queued run is claimed once, the oldest first', () => {
  const [first, second] = [lab.store.run.queue(aRequest()), lab.store.run.queue(aRequest({ name: 'second' }))];
  const other = lab.reopen();
  expect(lab.store.run.claim('a')?.id).toBe(first.id);
  expect(other.run.claim('b')).toMatchObject({ id: second.id, name: 'second', status: 'running' });
  expect(lab.store.run.claim('a')).toBeUndefined();
});

test('a run that is being trained cannot be taken, removed or resumed', () => {
  const { id } = lab.store.run.begin(aRequest(), 'me', null);
  for (const verb of ['take', 'remove', 'requeue'] as const) {
    expect(() => lab.store.run[verb](id, 'other')).toThrow(ConflictError);
  }
  expect(() => lab.store.run.take(id, 'other')).toThrow(`run ${id} is running and cannot be taken`);
});

test('an unknown run is named', () => {
  expect(() => lab.store.run.get(42)).toThrow(new NotFoundError('there is no run 42'));
  expect(() => lab.store.run.requestStop(42)).toThrow(NotFoundError);
});

test('stopping ends a queued run at once and asks a running one', () => {
  const queued = lab.store.run.queue(aRequest()).id;
  lab.store.run.requestStop(queued);
  expect(lab.store.run.get(queued)).toMatchObject({ status: 'stopped', reason: 'stopped before it started' });
  const running = lab.store.run.begin(aRequest(), 'me', null).id;
  lab.store.run.requestStop(running);
  expect(lab.store.run.get(running)).toMatchObject({ status: 'running', stopRequested: true });
  lab.store.run.end(running, 'stopped', null);
  expect(lab.store.run.get(running)).toMatchObject({ status: 'stopped', stopRequested: false });
  expect(() => lab.store.run.requestStop(running)).toThrow(ConflictError);
});

test('only the first word on how a run ended counts', () => {
  const { id } = lab.store.run.begin(aRequest(), 'me', null);
  expect(lab.store.run.end(id, 'completed', null)).toBe(true);
  expect(lab.store.run.end(id, 'failed', 'late')).toBe(false);
  expect(lab.store.run.get(id)).toMatchObject({ status: 'completed', reason: null });
});

test('a removed run leaves the list and comes back', () => {
  const { id } = lab.store.run.queue(aRequest());
  lab.store.run.remove(id);
  expect(lab.store.run.listSummaries()).toEqual([]);
  expect(lab.store.run.claim('a')).toBeUndefined();
  lab.store.run.restore(id);
  expect(lab.store.run.listSummaries()).toMatchObject([{ id, status: 'stopped' }]);
});

test('a summary has speed, newest estimate and newest grid', () => {
  const { id } = lab.store.run.begin(aRequest(), 'me', null);
  for (let step = 1; step <= 30; step++)
    lab.store.metric.append(id, step, { criticEstimate: step, stepMs: step > 10 ? 100 : 9999 });
  const grid = { runId: id, columns: 8, rows: 8, width: 224, height: 224, png: Buffer.from('png') };
  lab.store.sampleGrid.add({ ...grid, step: 20 });
  lab.store.sampleGrid.add({ ...grid, step: 10 });
  const summary = lab.store.run.getSummary(id);
  expect(summary).toMatchObject({ criticEstimate: 30, newestGrid: { step: 20 }, lastStep: 30 });
  expect(summary.stepsPerSecond).toBeCloseTo(10);
});

test('every change of a run, its grids and its log is announced', () => {
  const cursor = lab.store.change.newest();
  const { id } = lab.store.run.queue(aRequest());
  lab.store.run.claim('a');
  lab.store.run.beat(id);
  lab.store.log.add(id, 'info', 'hello');
  lab.store.sampleGrid.add({ runId: id, step: 1, columns: 1, rows: 1, width: 1, height: 1, png: Buffer.from('png') });
  lab.store.run.end(id, 'failed', 'why');
  expect(lab.store.change.listSince(cursor, 100).map(({ kind }) => kind)).toEqual(['run', 'run', 'log', 'grid', 'run']);
});

test('the runs of a scheduler that is gone are adopted, those of a terminal are not', () => {
  lab.store.run.queue(aRequest());
  lab.store.run.claim('scheduler old');
  lab.store.run.begin(aRequest(), 'foreground 7', null);
  lab.store.run.adopt('scheduler new');
  expect(lab.store.run.listClaimed().map(({ claimedBy }) => claimedBy)).toEqual(['scheduler new', 'foreground 7']);
});

test('a process is known again, and another one with its pid is not taken for it', () => {
  const self = describeProcess(process.pid);
  expect(isAlive(self)).toBe(true);
  expect(isAlive({ ...self, startedAt: 'another boot 1' })).toBe(false);
  expect(isAlive({ host: hostname(), pid: 2 ** 22 + 1, startedAt: '' })).toBe(false);
  expect(isAlive({ ...self, host: 'elsewhere' })).toBeUndefined();
});

describe('a run of another place', () => {
  const place = SlurmPlace.parse({ kind: 'slurm' });

  test('on a cluster waits for none of this machine, and is asked for a job anew when it is resumed', () => {
    const { id } = lab.store.run.queue(aRequest({ place }));
    expect(lab.store.run.claim('here')).toBeUndefined();
    lab.store.job.see(id, { id: '7_0', state: 'RUNNING', reason: null, node: 'a1', requeues: 1, isOver: false });
    lab.store.job.begin(id, 'a1', 1);
    expect(lab.store.run.listClaimed()).toEqual([]);
    expect(lab.store.run.get(id)).toMatchObject({ status: 'running', startedAt: 1, job: { id: '7_0', requeues: 1 } });
    lab.store.job.fail(id, 'lost: Slurm says NODE_FAIL');
    expect(lab.store.log.list(id)).toMatchObject([{ level: 'error', message: 'lost: Slurm says NODE_FAIL' }]);
    lab.store.run.requeue(id);
    expect(lab.store.run.get(id)).toMatchObject({ status: 'queued', job: null, place });
  });

  test('that was trained offline is resumed there alone', () => {
    const { id } = lab.store.run.queue(aRequest({ place }));
    lab.store.job.setPlace(id, { kind: 'offline', host: 'laptop' });
    lab.store.job.end(id, 'stopped', 'stopped on request', 5);
    expect(() => lab.store.run.requeue(id)).toThrow(/was trained offline on laptop; resume it there/);
  });

  test('tells pages of every change of its job, and of none twice', () => {
    const { id } = lab.store.run.queue(aRequest({ place }));
    const job = { id: '7_0', state: 'PENDING', reason: 'Priority', node: null, requeues: 0, isOver: false };
    const before = lab.store.change.newest();
    lab.store.job.see(id, job);
    lab.store.job.see(id, job);
    expect(lab.store.change.listSince(before, 9)).toMatchObject([{ runId: id, kind: 'run' }]);
  });
});
