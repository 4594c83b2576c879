import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askToEnd, cancel } from './end-job.ts';

/** A `scancel` that notes its arguments, a line for each call, and says this at its end. */
function standIn(words = '') {
  const folder = mkdtempSync(join(tmpdir(), 'duality-scancel-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'scancel');
  const calls = join(folder, 'calls');
  const ending = words ? `printf '%s\\n' '${words}' >&2\nexit 1` : '';
  writeFileSync(program, `#!/bin/sh\necho "$@" >> '${calls}'\n${ending}\n`);
  chmodSync(program, 0o755);
  return {
    env: { PATH: folder },
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
  };
}

test.skipIf(process.platform === 'win32')('only running jobs are asked to end', async () => {
  const { env, calls } = standIn();
  await askToEnd(['12', '13_4'], { env });
  expect(calls()).toEqual(['--signal=TERM --batch --state=RUNNING 12 13_4']);
});

test.skipIf(process.platform === 'win32')(
  'many jobs are cancelled by five hundred, and none by no command',
  async () => {
    const { env, calls } = standIn();
    await cancel(
      Array.from({ length: 1001 }, (_, task) => `7_${task}`),
      { env },
    );
    expect(calls().map((line) => line.split(' ').length)).toEqual([500, 500, 1]);
    await cancel([], { env });
    expect(calls()).toHaveLength(3);
  },
);

test('what is no id reaches no command', async () => {
  const { env, calls } = standIn();
  await expect(cancel(['7', '--user=root'], { env })).rejects.toThrow(/not the id/);
  expect(calls()).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'a job that has ended is no error, a cluster that is away is one',
  async () => {
    const over = standIn('scancel: error: Kill job error on job id 7_0: Invalid job id specified');
    await cancel(['7_0'], over);
    const completing = standIn('scancel: error: Kill job error on job id 7: Job/step already completing or completed');
    await askToEnd(['7'], completing);
    const away = standIn('scancel: error: Kill job error on job id 7: Unable to contact slurm controller');
    await expect(cancel(['7'], away)).rejects.toThrow(/Unable to contact/);
  },
);
