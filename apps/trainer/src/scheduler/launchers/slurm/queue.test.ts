import { expect, test } from 'vitest';
import { parseQueueJson } from './queue-json.ts';
import { parseQueueText } from './queue-text.ts';
import { firstNode } from './queued-job.ts';
import { tasksOf } from './task-list.ts';

const running = { name: 'duality-a', state: 'RUNNING', reason: null, node: 'node1', requeues: 2 };
const waiting = { name: 'duality-a', state: 'PENDING', reason: 'Resources', node: null, requeues: 0 };

/** As 22.05 prints them, of everybody and also of the past. */
const plain = {
  jobs: [
    {
      ...{ job_id: 2, array_job_id: 1, array_task_id: 0, array_task_string: '', job_state: 'RUNNING' },
      ...{ state_reason: 'None', nodes: 'node1', restart_cnt: 2, user_id: 1000, name: 'duality-a' },
    },
    {
      ...{ job_id: 1, array_job_id: 1, array_task_id: null, array_task_string: '1-3%4', job_state: 'PENDING' },
      ...{ state_reason: 'Resources', nodes: '', restart_cnt: 0, user_id: 1000, name: 'duality-a' },
    },
    {
      ...{ job_id: 9, array_job_id: 0, array_task_id: null, array_task_string: '', job_state: 'RUNNING' },
      ...{ state_reason: 'None', nodes: 'node[1-2]', restart_cnt: 2, user_id: 1000, name: 'duality-a' },
    },
    { job_id: 10, array_job_id: 0, array_task_id: null, job_state: 'FAILED', user_id: 1000 },
    { job_id: 11, array_job_id: 0, array_task_id: null, job_state: 'RUNNING', user_id: 1001 },
  ],
};

const number = (value: number | null) => ({ set: value !== null, infinite: false, number: value ?? 0 });

/** The same as 23.11 and 24.05 print them. */
const wrapped = {
  jobs: plain.jobs.map((job) => ({
    ...job,
    array_job_id: number(job.array_job_id),
    array_task_id: number(job.array_task_id),
    job_state: [job.job_state],
  })),
};

test.each([
  ['plain', plain],
  ['wrapped', wrapped],
])('a queue with %s numbers lists each living task of this user once', (_, answer) => {
  const queue = parseQueueJson(JSON.stringify(answer), 1000);
  expect(Object.fromEntries(queue)).toEqual({
    '1_0': { id: '1_0', ...running },
    '1_1': { id: '1_1', ...waiting },
    '1_2': { id: '1_2', ...waiting },
    '1_3': { id: '1_3', ...waiting },
    '9': { id: '9', ...running },
  });
});

test('a job that is being cleared away is still there', () => {
  const job = { job_id: 5, user_id: 0, job_state: ['CANCELLED', 'COMPLETING'] };
  expect(parseQueueJson(JSON.stringify({ jobs: [job] }), 0).get('5')?.state).toBe('COMPLETING');
});

const withoutController = JSON.stringify({ errors: [{ description: 'Failed while looking for jobs' }], jobs: [] });

test.each(['', 'nothing', '{}', '{"jobs": 3}', withoutController])('%j is no queue', (text) => {
  expect(() => parseQueueJson(text, 0)).toThrow(SyntaxError);
});

test('the text form says the same', () => {
  const text =
    '1_0|RUNNING|None|node1|2|duality-a|\n1_1|PENDING|Resources||0|duality-a|\n4_0|CANCELLED|None|node1|1|b|\nslurm says hello\n';
  expect(Object.fromEntries(parseQueueText(text))).toEqual({
    '1_0': { id: '1_0', ...running },
    '1_1': { id: '1_1', ...waiting },
  });
});

test.each([
  ['0-3%4', [0, 1, 2, 3]],
  ['1,3,5-7', [1, 3, 5, 6, 7]],
  ['1-9:4', [1, 5, 9]],
  ['[2-3%1]', [2, 3]],
  ['7', [7]],
  ['', []],
  ['5-3', []],
  ['0-9:0', []],
  ['0-99999999999', []],
])('the tasks of %j', (text, tasks) => {
  expect(tasksOf(text)).toEqual(tasks);
});

test.each([
  ['node1', 'node1'],
  ['node[3-5,7]', 'node3'],
  ['a[01-02],b1', 'a01'],
  ['a,b', 'a'],
  ['', null],
  ['(null)', null],
])('the first node of %j', (nodes, first) => {
  expect(firstNode(nodes)).toBe(first);
});
