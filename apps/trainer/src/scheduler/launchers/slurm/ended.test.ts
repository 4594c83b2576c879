import { expect, test } from 'vitest';
import { checkId, parseAccounts, parseShownJobs } from './ended.ts';
import { ownId } from './requeue.ts';

test('what the controller shows of an array', () => {
  const text = [
    'JobId=12 ArrayJobId=8 ArrayTaskId=0 JobName=a JobState=FAILED Reason=NonZeroExitCode Dependency=(null) ExitCode=3:0',
    'JobId=13 ArrayJobId=8 ArrayTaskId=1 JobName=JobState=FAILED JobState=COMPLETED Reason=None ExitCode=0:0',
    'JobId=8 ArrayJobId=8 ArrayTaskId=2-3%4 JobName=a JobState=CANCELLED Reason=JobHeldUser ExitCode=0:15',
    'JobId=20 JobName=a JobState=TIMEOUT Reason=TimeLimit ExitCode=0:0',
    '',
  ].join('\n');
  const cancelled = { state: 'CANCELLED', reason: 'JobHeldUser, ended by signal 15' };
  expect(Object.fromEntries(parseShownJobs(text))).toEqual({
    '8_0': { state: 'FAILED', reason: 'NonZeroExitCode, exit code 3' },
    '8_1': { state: 'COMPLETED', reason: null },
    '8_2': cancelled,
    '8_3': cancelled,
    '20': { state: 'TIMEOUT', reason: 'TimeLimit' },
  });
});

test('what the accounts show', () => {
  const text = '8_0|CANCELLED by 1000|0:15|None\n8_1|OUT_OF_MEMORY|0:125|OutOfMemory\n8_[2-3]|PENDING|0:0|None\n';
  expect(Object.fromEntries(parseAccounts(text))).toEqual({
    '8_0': { state: 'CANCELLED', reason: 'ended by signal 15' },
    '8_1': { state: 'OUT_OF_MEMORY', reason: 'OutOfMemory, ended by signal 125' },
  });
});

test.each(['', '1_', '_1', '-1', '1 2', '1\n', '1_2_3', '1;id', '--user=root', '12345678901'])('%j is no id', (id) => {
  expect(() => checkId(id)).toThrow(/not the id/);
});

test('a job knows its own id', () => {
  expect(ownId({ SLURM_ARRAY_JOB_ID: '16', SLURM_ARRAY_TASK_ID: '0', SLURM_JOB_ID: '17' })).toBe('16_0');
  expect(ownId({ SLURM_JOB_ID: '17' })).toBe('17');
  expect(() => ownId({})).toThrow(/not inside a Slurm job/);
  expect(() => ownId({ SLURM_JOB_ID: '--all' })).toThrow(/not the id/);
});
