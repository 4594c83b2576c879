import { type Job, SlurmPlace } from '@duality/shared';
import { expect, test } from 'vitest';
import { explainWait } from './explain-wait.ts';

const slurm = { version: '22.05.8', partitions: ['main'], defaultPartition: 'main', problem: null };
const pending: Job = { id: '7_1', state: 'PENDING', reason: 'Priority', node: null, requeues: 2, isOver: false };
const queued = { status: 'queued' as const, place: SlurmPlace.parse({ kind: 'slurm' }), job: null };

test('a run of this machine waits for a slot, or for a scheduler', () => {
  const here = { ...queued, place: null };
  expect(explainWait(here, undefined)).toBe('It starts as soon as a slot is free.');
  expect(explainWait(here, { slurm })).toBe('It starts as soon as a slot is free.');
  expect(explainWait(here, null)).toContain('run npm start');
});

test('a run of a cluster says what Slurm says', () => {
  expect(explainWait({ ...queued, job: pending }, { slurm })).toBe(
    'It waits for Slurm: Priority (Slurm job 7_1, put back into the queue 2 times).',
  );
  expect(explainWait({ ...queued, job: { ...pending, state: 'RUNNING', node: 'a1', requeues: 0 } }, { slurm })).toBe(
    'It starts on a1 (Slurm job 7_1 · node a1).',
  );
});

test('one that is not submitted says what is in the way', () => {
  expect(explainWait(queued, { slurm })).toBe('It is submitted to Slurm in a moment.');
  expect(explainWait(queued, {})).toBe('It waits for a cluster: the scheduler knows none now.');
  expect(explainWait(queued, { slurm: { ...slurm, problem: 'squeue does not answer' } })).toContain(
    'takes no jobs now (squeue does not answer)',
  );
  expect(explainWait(queued, null)).toContain('run npm start');
});

test('one that trains offline waits for nothing here', () => {
  expect(explainWait({ ...queued, place: { kind: 'offline', host: 'laptop' } }, null)).toBe(
    'It trains on laptop, and what it does is told from there.',
  );
});
