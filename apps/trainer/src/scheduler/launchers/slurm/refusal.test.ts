import { expect, test } from 'vitest';
import { isRefusal } from './refusal.ts';
import { CommandError } from './run-command.ts';

test.each([
  ['sbatch: error: Batch job submission failed: Invalid partition name specified', true],
  ['sbatch: error: CPU count per node can not be satisfied', true],
  ['sbatch: error: Batch job submission failed: Requested node configuration is not available', true],
  ['sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)', false],
  ['sbatch: error: Batch job submission failed: Socket timed out on send/recv operation', false],
  [
    'sbatch: error: Batch job submission failed: Job violates accounting/QOS policy (job submit limit, user’s size)',
    false,
  ],
  ['', false],
])('%j: %s', (words, expected) => {
  expect(isRefusal(new CommandError(`"sbatch" failed: ${words}`, words))).toBe(expected);
});

test('what is no word of Slurm’s is none', () => {
  expect(isRefusal(new Error('error: no space left on device'))).toBe(false);
});
