import { type Job, type Run, SlurmPlace } from '@duality/shared';
import { expect, test } from 'vitest';
import { describeAsked, describePlace, describeRequeues, describeWait, noteOfJob } from './describe-place.ts';

const slurm = SlurmPlace.parse({ kind: 'slurm' });
const pending: Job = { id: '123_4', state: 'PENDING', reason: 'Priority', node: null, requeues: 0, isOver: false };
const running: Job = { ...pending, state: 'RUNNING', reason: null, node: 'a1' };
const placed = (job: Job | null, status: Run['status'] = 'queued') => ({ place: slurm, job, status });

test('where a run trains', () => {
  expect(describePlace({ place: null, job: null })).toBe('this machine');
  expect(describePlace({ place: { kind: 'offline', host: 'laptop' }, job: null })).toBe('offline on laptop');
  expect(describePlace(placed(null))).toBe('Slurm, not submitted yet');
  expect(describePlace(placed({ ...pending, id: 'duality-3f_0' }))).toBe('Slurm, not submitted yet');
  expect(describePlace(placed(pending))).toBe('Slurm job 123_4');
  expect(describePlace(placed(running))).toBe('Slurm job 123_4 · node a1');
});

test('what a queued run waits for', () => {
  expect(describeWait(placed(pending))).toBe('waits for Slurm: Priority');
  expect(describeWait(placed({ ...pending, reason: null }))).toBe('waits for Slurm');
  expect(describeWait(placed(null))).toBe('waits to be submitted to Slurm');
  expect(describeWait(placed(running))).toBe('starts on a1');
  expect(describeWait(placed(running, 'running'))).toBeNull();
  expect(describeWait({ place: null, job: null, status: 'queued' })).toBeNull();
});

test('where there is little room, a run says its node or its reason', () => {
  expect(noteOfJob(placed(pending))).toBe('Slurm: Priority');
  expect(noteOfJob(placed({ ...pending, reason: null }))).toBe('waits for Slurm');
  expect(noteOfJob(placed(running, 'running'))).toBe('on a1');
  expect(noteOfJob(placed({ ...running, isOver: true }, 'completed'))).toBeNull();
});

test('how often a job was put back', () => {
  expect([0, 1, 2].map(describeRequeues)).toEqual([
    null,
    'put back into the queue once',
    'put back into the queue 2 times',
  ]);
});

test('what was asked of the cluster', () => {
  expect(describeAsked(slurm)).toBe('2 CPUs, 4000 MB, 60 min');
  const whole = { partition: 'gpu', account: 'lab', qos: 'high', cpus: 1, gpus: 2 };
  expect(describeAsked({ ...slurm, ...whole })).toBe(
    'partition gpu, account lab, QOS high, 1 CPU, 4000 MB, 2 GPUs, 60 min',
  );
});
