import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Event, makeFolder, query, readEvents, readSteps, run, start, waitForStep } from './lab.ts';

const small = ['hiddenSize=16', 'batchSize=32', 'criticSteps=1', 'emaDecay=0', 'evaluateEvery=0'];
const configOf = (preset: string, steps: number, ...settings: string[]) => [
  preset,
  ...['--steps', String(steps)],
  ...[...small, ...settings].flatMap((setting) => ['--set', setting]),
];

const alertsOf = (events: readonly Event[]) => events.filter(({ type }) => type === 'alert');
const rulesOf = (events: readonly Event[]) => alertsOf(events).map(({ rule }) => rule);
const storedAlerts = (store: string, runId = 1) =>
  query(
    store,
    'SELECT step, rule, severity, message, ended_step FROM v_alert WHERE run_id = ? ORDER BY step, rule',
    runId,
  );

const train = async (...args: string[]) => {
  const { code, stdout } = await run(makeFolder(), 'train', [...args, '--store', 'lab.db', '--json']);
  return { code, events: readEvents(stdout) };
};

test.each([
  ['slope-far-from-one', configOf('wgan-gp-ring', 260, 'gradientPenaltyWeight=0', 'learningRate=0.01')],
  ['weights-at-clip-bound', configOf('wgan-ring', 260, 'clipValue=1e-4')],
  ['numbers-running-away', configOf('wgan-ring', 200, 'clipValue=1e6', 'learningRate=0.3', 'criticSteps=5')],
  [
    'estimate-above-transport',
    configOf('wgan-gp-ring', 400, 'gradientPenaltyWeight=0', 'learningRate=0.01', 'evaluateEvery=50'),
  ],
  ['shared-optimiser', [...configOf('atienza-wgan', 1, 'asPrinted=true', 'batchSize=2')]],
])('%s is raised where it is planted', async (rule, config) => {
  const { code, events } = await train(...config);
  expect(code).toBe(0);
  expect(rulesOf(events)).toContain(rule);
  const alert = alertsOf(events).find((event) => event.rule === rule);
  expect(alert).toMatchObject({ severity: expect.stringMatching(/^(warning|error)$/), message: expect.any(String) });
});

test('a run that does well raises none', async () => {
  const { code, events } = await train(...configOf('wgan-gp-lines', 500, 'evaluateEvery=50'));
  expect({ code, alerts: alertsOf(events) }).toEqual({ code: 0, alerts: [] });
  expect(events.at(-1)).not.toHaveProperty('alerts');
});

/** Ends and begins alerts as it goes. */
const unruly = configOf(
  'wgan-gp-ring',
  420,
  'gradientPenaltyWeight=0',
  'learningRate=0.01',
  'checkpointEvery=20',
  'evaluateEvery=30',
);

test('a run that is killed and gone on with has the alerts of one that never stopped', async () => {
  const undisturbed = makeFolder();
  expect((await run(undisturbed, 'train', [...unruly, '--store', 'lab.db'])).code).toBe(0);
  const expected = storedAlerts(join(undisturbed, 'lab.db'));
  expect(expected.length).toBeGreaterThan(1);

  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  let trainer = start(folder, 'train', [...unruly, '--store', store, '--json']);
  for (const step of [110, 190, 300]) {
    await waitForStep(trainer, step);
    trainer.kill('SIGKILL');
    await trainer.ended;
    await setTimeout(10);
    trainer = start(folder, 'train', ['--resume', '1', '--store', store, '--json']);
  }
  expect((await trainer.ended).code).toBe(0);
  expect(storedAlerts(store)).toEqual(expected);
});

test('a run stops for the alert that it is to stop for, and goes on from there when asked to', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const { code, stdout, stderr } = await run(folder, 'train', [
    ...configOf('wgan-ring', 400, 'clipValue=1e-4', 'stopOn=warning'),
    ...['--store', store, '--json'],
  ]);
  expect(code).toBe(130);
  const [alert] = alertsOf(readEvents(stdout));
  const stopped = readSteps(stdout).at(-1) as number;
  expect(alert).toMatchObject({ rule: 'weights-at-clip-bound', step: stopped, edits: { clipValue: 1e-3 } });
  expect(stderr).toContain(`Stopped at step ${stopped}`);
  expect(query(store, 'SELECT status, reason FROM v_run')).toEqual([
    { status: 'stopped', reason: `the doctor: ${alert?.message}` },
  ]);
  expect(query(store, 'SELECT max(step) AS step FROM v_checkpoint')).toEqual([{ step: stopped }]);

  const resumed = await run(folder, 'train', ['--resume', '1', '--store', store, '--json']);
  expect(resumed.code).toBe(0);
  expect(readEvents(resumed.stdout).at(-1)).toMatchObject({
    status: 'completed',
    step: 400,
    alerts: [{ step: stopped }],
  });
  expect(storedAlerts(store)).toHaveLength(1);
});
