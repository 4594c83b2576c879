import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, query, readCurve, run, start, statusOf, waitFor, waitForStep } from './lab.ts';

/** Cheap steps with all that a run can write. */
const config = ['wgan-gp-ring', '--engine', 'cpu', '--json', '--set', 'batchSize=8', '--set', 'hiddenSize=8'];
const cadence = ['checkpointEvery=20', 'sampleEvery=20', 'evaluateEvery=20'].flatMap((set) => ['--set', set]);
const ring = (steps: number) => [...config, ...cadence, '--steps', String(steps)];

const uidIn = (folder: string) => (readdirSync(join(folder, 'away'))[0] ?? '').replace('run-', '');

/** The curve of a run that never left this machine. */
async function curveHere(folder: string, steps: number) {
  const { code } = await run(folder, 'train', [...ring(steps), '--store', 'here.db']);
  expect(code).toBe(0);
  return readCurve(join(folder, 'here.db'));
}

test('a run that was trained offline is, once brought here, the one that was trained here, to the bit', async () => {
  const folder = makeFolder();
  const { code, stdout } = await run(folder, 'train', [...ring(60), '--offline', 'away']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ type: 'done', uid: uidIn(folder) });
  const first = await run(folder, 'import', ['away', '--store', 'hub.db']);
  expect(first.stdout).toMatch(/^Run 1 “wgan-gp-ring · seed 1”, new here: completed at step 60\.\n$/);
  const here = await curveHere(folder, 60);
  expect(readCurve(join(folder, 'hub.db'))).toEqual(here);
  const again = await run(folder, 'import', ['away', '--store', 'hub.db']);
  expect(again.stdout).toMatch(/known here: completed at step 60/);
  expect(readCurve(join(folder, 'hub.db'))).toEqual(here);
  expect((await run(folder, 'store', ['check', '--store', 'hub.db'])).stdout).toMatch(/All is well\.\n$/);
  expect((await run(folder, 'train', ['--clone', '1', '--steps', '80', '--store', 'hub.db'])).code).toBe(0);
});

test('killed, interrupted and brought here meanwhile, it ends with the same curve to the bit', async () => {
  const folder = makeFolder();
  const killed = start(folder, 'train', [...ring(400), '--offline', 'away']);
  await waitForStep(killed, 50);
  killed.kill('SIGKILL');
  await killed.ended;
  const uid = uidIn(folder);
  expect((await run(folder, 'import', ['away', '--store', 'hub.db'])).stdout).toMatch(/stopped at step \d+/);
  const goOn = ['--offline', 'away', '--resume', uid, '--json'];
  const interrupted = start(folder, 'train', goOn);
  await waitForStep(interrupted, 120);
  interrupted.kill('SIGINT');
  expect((await interrupted.ended).code).toBe(130);
  expect((await run(folder, 'train', goOn)).code).toBe(0);
  await run(folder, 'import', ['away', '--store', 'hub.db']);
  expect(statusOf(join(folder, 'hub.db'))).toBe('completed');
  expect(readCurve(join(folder, 'hub.db'))).toEqual(await curveHere(folder, 400));
  expect(query(join(folder, 'hub.db'), 'SELECT fragment FROM fragment_cursor')).toHaveLength(3);
});

test('a folder that is away for a while costs nothing', async () => {
  const folder = makeFolder();
  const running = start(folder, 'train', [...ring(400), '--offline', 'away']);
  await waitForStep(running, 30);
  renameSync(join(folder, 'away'), join(folder, 'lost'));
  await waitFor('words', () => /kept here until/.test(running.stderr()));
  await waitForStep(running, 150);
  renameSync(join(folder, 'lost'), join(folder, 'away'));
  const { code, stderr } = await running.ended;
  expect(code).toBe(0);
  expect(stderr).toMatch(/has been taken to the hub/);
  await run(folder, 'import', ['away', '--store', 'hub.db']);
  expect(readCurve(join(folder, 'hub.db'))).toEqual(await curveHere(folder, 400));
});

test.each([
  [['--offline', ''], /--offline: must name a folder/],
  [['--offline', 'away', '--hub', 'http://lab:3000'], /--offline or --hub, not both/],
  [['--offline', 'away', '--store', 'a.db'], /--store: not with --offline/],
  [['--hub', 'lab:3000'], /--hub lab:3000: must be the address of a dashboard/],
  [['--hub', 'http://lab:3000'], /--hub: needs the key of its store/],
  [['--hub', 'http://lab:3000', '--key', 'nosuch'], /--key nosuch: cannot be read/],
  [['--key', 'a'], /--key: goes with --hub/],
])('%o is refused in a line, and leaves nothing', async (args, message) => {
  const folder = makeFolder();
  const { code, stderr } = await run(folder, 'train', [...ring(10), ...args]);
  expect(code).toBe(2);
  expectOneLine(stderr, message);
  expect(existsSync(join(folder, 'away'))).toBe(false);
});

test('what is no run, or no UID, is named', async () => {
  const folder = makeFolder();
  const resumed = await run(folder, 'train', ['--offline', 'away', '--resume', '7']);
  expect(resumed.code).toBe(2);
  expectOneLine(resumed.stderr, /--resume 7: .*UID/);
  const unknown = await run(folder, 'train', ['--offline', 'away', '--resume', 'a'.repeat(32)]);
  expect(unknown.code).toBe(1);
  expectOneLine(unknown.stderr, /run-a+.*(not there|no such)/i);
  const imported = await run(folder, 'import', ['.', '--store', 'hub.db']);
  expect(imported.code).toBe(2);
  expectOneLine(imported.stderr, /holds no run: name the folder that was given with --offline/);
});
