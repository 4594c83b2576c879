import { expect, test } from 'vitest';
import { CommandError, environmentOf, MissingCommandError, runCommand } from './run-command.ts';

const node = process.execPath;

test('arguments reach the command as they are', async () => {
  const odd = ['two words', '$(id)', '"', "'", '--wrap=x', 'a\nb'];
  const { stdout } = await runCommand(node, ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...odd]);
  expect(JSON.parse(stdout)).toEqual(odd);
});

test('a failure is told in the last words of the command', async () => {
  const failing = runCommand(node, ['-e', 'console.error("sbatch: error: invalid partition"); process.exitCode = 1']);
  await expect(failing).rejects.toThrow(/failed: sbatch: error: invalid partition/);
  await expect(failing).rejects.toThrow(CommandError);
});

test('a command that is not installed', async () => {
  await expect(runCommand('no-such-command-of-slurm', [])).rejects.toThrow(MissingCommandError);
  await expect(runCommand('no-such-command-of-slurm', [])).rejects.toThrow(/not on this machine's PATH/);
});

test('a command that hangs is ended', async () => {
  const hanging = runCommand(node, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 });
  await expect(hanging).rejects.toThrow(/no answer within 0.3 s/);
});

test('what a hub inside a job has inherited changes nothing, but where the cluster is', () => {
  const env = {
    PATH: '/bin',
    SLURM_CONF: '/c',
    SLURM_JOB_ID: '7',
    SBATCH_PARTITION: 'x',
    SQUEUE_FORMAT: '%i',
    CUDA: '1',
  };
  expect(environmentOf(env)).toEqual({ PATH: '/bin', SLURM_CONF: '/c', CUDA: '1', SLURM_BITSTR_LEN: '0' });
});
