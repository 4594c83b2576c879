import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, query, readEvents, readSteps, run } from './lab.ts';

/** Steps too long for its penalty: finite at first, and no more after a dozen. */
const unstable = [
  ...['wgan-gp-ring', '--engine', 'cpu', '--steps', '200', '--set', 'batchSize=8', '--set', 'hiddenSize=8'],
  ...['--set', 'optimiser=sgd', '--set', 'learningRate=0.3', '--set', 'gradientPenaltyWeight=10'],
  ...['--set', 'criticSteps=1', '--set', 'emaDecay=0', '--set', 'evaluateEvery=0', '--set', 'checkpointEvery=2'],
];

test('a run whose numbers run away fails at that step, keeps what was good, and is not resumed but cloned', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const train = (...args: string[]) => run(folder, 'train', [...args, '--store', store, '--json']);
  const { code, stdout, stderr } = await train(...unstable);
  const end = readSteps(stdout).at(-1) ?? 0;
  expect(code).toBe(1);
  expect(end).toBeGreaterThan(4);
  expect(end).toBeLessThan(200);
  const reason = expect.stringMatching(new RegExp(`^diverged: .*step ${end}\\b`));
  expect(readEvents(stdout).at(-1)).toMatchObject({ type: 'done', status: 'failed', step: end, reason });
  expect(query(store, 'SELECT status, reason, last_step FROM v_run')).toEqual([
    { status: 'failed', reason, last_step: end },
  ]);
  const checkpoints = query(store, 'SELECT step FROM v_checkpoint ORDER BY step').map(({ step }) => Number(step));
  expect(checkpoints).toEqual([end - 4 + (end % 2), end - 2 + (end % 2)]);
  expect(readdirSync(`${store}-checkpoints/run-1`)).toHaveLength(2);
  const good = checkpoints[0] ?? 0;
  expectOneLine(stderr, /run 1 failed: diverged/, `step ${checkpoints[1]} was still good`, '--clone 1');
  expect(query(store, 'SELECT DISTINCT kind FROM v_metric WHERE step <= ?', good)).toEqual([{ kind: null }]);

  const refused = await train('--resume', '1');
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
  expectOneLine(refused.stderr, 'run 1 diverged', 'would end there again', 'npm run train -- --clone 1');
  const calmer = ['--set', 'learningRate=1e-6', '--at', String(good), '--steps', String(end + 10)];
  expect(await train('--clone', '1', ...calmer)).toMatchObject({ code: 0, stderr: '' });
});
