import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type EngineName, randomStream, uniforms } from '@duality/shared';
import { expect, type TestContext, test } from 'vitest';
import { count } from '../faults/count.ts';
import { makeFolder, query, type Running, readCurve, readSteps, run, start, waitForStep } from './lab.ts';

const few = ['--set', 'checkpointEvery=3', '--set', 'sampleEvery=10'];
const points = ['--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'evaluateEvery=4'];
const images = ['--set', 'batchSize=4', '--set', 'imageSize=8', '--set', 'evaluateEvery=0'];

/** One of each thing that a checkpoint must hold. `steps` are more than a trainer does before a kill reaches it. */
const systems = {
  'a gradient penalty': { args: ['wgan-gp-ring', ...points, '--set', 'emaDecay=0'], steps: 30 },
  'labels and batch statistics': { args: ['acgan-mnist', ...images], steps: 20 },
  'power iterations': { args: ['hinge-mnist', ...images], steps: 20 },
  'clipping, RMSProp and an average': { args: ['wgan-ring', ...points, '--set', 'emaDecay=0.9'], steps: 30 },
  dropout: {
    args: ['raschka-wgan-gp', '--set', 'batchSize=2', '--set', 'criticSteps=1', '--set', 'evaluateEvery=0'],
    steps: 12,
  },
};
type SystemName = keyof typeof systems;

/** Kills on each engine. DUALITY_ROUNDS=20 is the long form, over all systems. */
const rounds = Number(process.env.DUALITY_ROUNDS ?? 4);
const isLong = rounds > 4;
const all = Object.keys(systems) as SystemName[];
const chosen: Record<Exclude<EngineName, 'webgpu'>, SystemName[]> = {
  tensorflow: isLong ? all : ['labels and batch statistics', 'clipping, RMSProp and an average'],
  wasm: isLong ? all.slice(0, 4) : ['a gradient penalty', 'power iterations'],
  cpu: isLong ? all.slice(0, 4) : ['clipping, RMSProp and an average', 'a gradient penalty'],
};
const cases = Object.entries(chosen).flatMap(([engine, names]) =>
  names.map((name) => ({ engine, name, kills: Math.ceil(rounds / names.length), ...systems[name] })),
);

test.for(cases)(
  '$engine: a run with $name, killed $kills times, ends as an undisturbed one',
  {
    timeout: isLong ? 1_200_000 : 180_000,
  },
  async ({ engine, args: system, kills, steps: stepsAKill }, context) => {
    const folder = makeFolder();
    await skipUnlessReady(context, engine);
    const store = join(folder, 'lab.db');
    const steps = stepsAKill * kills;
    const args = [...system, ...few, '--steps', String(steps), '--engine', engine, '--json', '--store'];
    const acknowledged = new Set<number>();
    for (let round = 0; round < kills; round++) {
      const again = ['--resume', '1', '--json', '--store', store];
      const trainer = start(folder, 'train', round === 0 ? [...args, store] : again);
      await killAtRandom(trainer, args.join(), round);
      for (const step of readSteps(trainer.stdout())) acknowledged.add(step);
      expectCommitted(store, acknowledged);
    }
    expect((await run(folder, 'train', ['--resume', '1', '--store', store])).code).toBe(0);
    expect((await run(folder, 'train', [...args, 'undisturbed.db'])).code).toBe(0);
    const undisturbed = readCurve(join(folder, 'undisturbed.db'));
    expect(undisturbed.state).toMatchObject([{ step: steps, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(readCurve(store)).toEqual(undisturbed);
    count({ kind: `SIGKILL: training on ${engine}`, injected: kills, acknowledged: acknowledged.size, lost: 0 });
    expect(query(store, 'SELECT status, last_step FROM v_run')).toEqual([{ status: 'completed', last_step: steps }]);
  },
);

const problems = new Map<string, string>();

/** Says so, where an engine cannot run at all. */
async function skipUnlessReady(context: TestContext, engine: string): Promise<void> {
  if (!problems.has(engine)) {
    const { code, stderr } = await run(makeFolder(), 'engine', ['--engine', engine]);
    problems.set(engine, code === 0 ? '' : stderr.trim());
    if (code !== 0) console.warn(`no run is killed on ${engine}: ${stderr.trim()}`);
  }
  if (problems.get(engine)) context.skip(problems.get(engine));
}

/**
 * After a random number of steps and a random wait, so that it may fall into a commit, a checkpoint or a step; now and
 * then while the trainer starts.
 */
async function killAtRandom(trainer: Running, name: string, round: number): Promise<void> {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
  const [share = 0, wait = 0] = uniforms({ seed, stream: randomStream.mixing, counter: round }, 2);
  if (round > 0 && share < 0.2) return kill(trainer, wait * 400);
  const goneOn = () => readSteps(trainer.stdout())[0] ?? 1;
  await waitForStep(trainer, 1);
  await waitForStep(trainer, goneOn() + Math.floor(share * 8));
  await kill(trainer, wait * 30);
}

async function kill(trainer: Running, afterMs: number): Promise<void> {
  await setTimeout(afterMs);
  trainer.kill('SIGKILL');
  expect((await trainer.ended).signal).toBe('SIGKILL');
}

function expectCommitted(store: string, acknowledged: Set<number>): void {
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const rows = query(store, 'SELECT step, count(*) AS n, count(DISTINCT name) AS names FROM v_metric GROUP BY step');
  const metricsAStep = rows[0]?.n;
  for (const row of rows) expect(row).toEqual({ step: row.step, n: metricsAStep, names: metricsAStep });
  const committed = rows.map(({ step }) => Number(step));
  expect([...acknowledged].filter((step) => !committed.includes(step))).toEqual([]);
  expect(committed).toEqual(Array.from(committed, (_, i) => i + 1));
}

test('a kill while the store is being made leaves one that works', async () => {
  const folder = makeFolder();
  for (const [i, wait] of uniforms({ seed: 3, stream: randomStream.mixing, counter: 0 }, 4).entries()) {
    const store = join(folder, `lab-${i}.db`);
    const scheduler = start(folder, 'schedule', ['--store', store]);
    await setTimeout(100 + 150 * wait);
    scheduler.kill('SIGKILL');
    await scheduler.ended;
    expect(await run(folder, 'schedule', ['--check', '--store', store])).toMatchObject({ code: 0, stderr: '' });
    expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(query(store, 'SELECT * FROM v_run')).toEqual([]);
  }
});
