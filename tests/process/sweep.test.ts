import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure, getPreset, loggedMetrics } from '@duality/shared';
import { expect, test } from 'vitest';
import { expectOneLine, makeFolder, query, queueRun, readCurve, reasonOf, run, waitFor, withStore } from './lab.ts';
import { expectEachOnce, makeSweepLab, smallSweep } from './sweep-lab.ts';

test('a grid with two seeds is made from a file, trained, paused and resumed, and complete', async () => {
  const lab = makeSweepLab();
  const { sweep, create, schedule, statusOf, trials, store, folder } = lab;
  const created = await create({ seeds: [1, 2], set: { ...smallSweep.set, steps: 20 } });
  expect(created).toMatchObject({ code: 0, stderr: '' });
  expect(created.stdout).toBe(
    'Sweep 1 “λ and critic steps” is there: 8 trials of wgan-gp-ring. It starts as soon as a scheduler runs: npm start, or npm run schedule.\n',
  );
  const scheduler = schedule();
  await waitFor('the second trial', () =>
    trials().some(({ number, state }) => Number(number) >= 2 && state === 'running'),
  );
  expect((await sweep('pause', '1')).stdout).toContain('rests');
  await waitFor('rest', () => trials().every(({ state }) => state === 'paused' || state === 'completed'));
  const resting = trials().length;
  expect((await sweep('resume', '1')).stdout).toBe('Sweep 1 goes on. A scheduler is at work and starts it.\n');
  await waitFor('the end', () => statusOf() === 'completed');
  expect(resting).toBeLessThan(8);
  expectEachOnce(lab, 8, 20);
  expect(scheduler.stderr()).toBe('');
  expect((await sweep('list')).stdout).toMatch(
    /^1 {2}λ and critic steps · completed · 8 completed; best -?[\d.e-]+ \(trial \d+\)\n$/,
  );
  const shown = await sweep('show', '1');
  expect(shown.stdout.trimEnd().split('\n')).toHaveLength(10);
  const { trials: told } = JSON.parse((await sweep('show', '1', '--json')).stdout);
  expect(told[7]).toMatchObject({ number: 8, params: { gradientPenaltyWeight: 10, criticSteps: 2 }, seed: 2 });

  // Pausing changed nothing: a trial's curve is that of a run alone with the same settings.
  const alone = join(folder, 'alone.db');
  const set = { ...smallSweep.set, steps: 20, gradientPenaltyWeight: 1, criticSteps: 1 };
  const args = Object.entries(set).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  expect((await run(folder, 'train', ['wgan-gp-ring', ...args, '--seed', '2', '--store', alone])).code).toBe(0);
  const { metrics } = readCurve(store, Number(trials()[1]?.run_id));
  expect(metrics).toEqual(readCurve(alone).metrics);
});

test('Ctrl-C puts trials to rest, and the next scheduler goes on with them', async () => {
  const lab = makeSweepLab();
  await lab.create({ set: { ...smallSweep.set, steps: 200 }, budget: { trials: 2 } });
  const first = lab.schedule();
  const lastStep = () => Number(query(lab.store, 'SELECT min(last_step) AS step FROM v_run')[0]?.step);
  await waitFor('both trials', () => lab.trials().length === 2 && lastStep() > 3);
  first.kill('SIGINT');
  expect((await first.ended).code).toBe(0);
  expect(lab.trials().every(({ state }) => ['paused', 'queued', 'completed'].includes(String(state)))).toBe(true);
  const second = lab.schedule();
  await waitFor('the end', () => lab.statusOf() === 'completed');
  expectEachOnce(lab, 2, 200);
  second.kill('SIGTERM');
  await second.ended;
});

test('stopped and cancelled sweeps end as they say, and --wait tells of it', async () => {
  const lab = makeSweepLab();
  const slow = { set: { ...smallSweep.set, steps: 100_000 }, concurrency: 1 };
  await lab.create({ ...slow, set: { ...smallSweep.set, steps: 200 } }, 'stopped.json');
  lab.schedule();
  await waitFor('the first trial', () => lab.trials().some(({ state }) => state === 'running'));
  expect((await lab.sweep('stop', '1')).code).toBe(0);
  await waitFor('its end', () => lab.trials()[0]?.state === 'completed');
  expect(lab.trials()).toHaveLength(1);

  writeFileSync(join(lab.folder, 'cancelled.json'), JSON.stringify({ ...smallSweep, ...slow }));
  const watched = lab.sweep('cancelled.json', '--wait', '--json');
  await waitFor('its trial', () => lab.trials(2).some(({ state }) => state === 'running'));
  expect((await lab.sweep('cancel', '2')).code).toBe(0);
  const { code, stdout } = await watched;
  expect(code).toBe(1);
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    status: 'cancelled',
    counts: { stopped: 1 },
  });
  expect((await lab.sweep('resume', '2')).stderr).toBe('sweep 2 is cancelled and cannot be resumed\n');
});

test('two sweeps and single runs take turns, whoever asked for more', async () => {
  const lab = makeSweepLab();
  const small = { ...smallSweep.set, steps: 2, evaluateEvery: 2 };
  await lab.create({ set: small, budget: { trials: 3 } }, 'a.json');
  await lab.create({ set: small, budget: { trials: 3 } }, 'b.json');
  for (const seed of [1, 2]) queueRun(lab.store, { steps: 1, seed });
  lab.schedule('--slots', '1');
  await waitFor('the end of all', () => lab.statusOf(1) === 'completed' && lab.statusOf(2) === 'completed');
  await waitFor(
    'the single runs',
    () => query(lab.store, "SELECT 1 FROM v_run WHERE status <> 'completed'").length === 0,
  );
  const owners = query(
    lab.store,
    'SELECT coalesce(sweep_id, 0) AS owner FROM v_run LEFT JOIN v_trial USING (run_id) ORDER BY started_at',
  ).map(({ owner }) => owner);
  expect(
    owners
      .slice(0, 6)
      .map((_, i) => new Set(owners.slice(i, i + 3)).size)
      .slice(0, 4),
  ).toEqual([3, 3, 3, 3]);
  expect(owners).toHaveLength(8);
});

test.runIf(process.platform === 'linux')(
  'a trial that takes more memory than its slot is ended with the figures, and tried again once',
  async () => {
    const lab = makeSweepLab();
    await lab.create({ set: { ...smallSweep.set, steps: 100_000 }, budget: { trials: 1 }, retries: 1 });
    const scheduler = lab.schedule('--slots', '1', '--memory', '150');
    await waitFor('the end', () => lab.statusOf() === 'completed');
    expect(lab.trials()).toMatchObject([{ state: 'failed', retries: 1, objective_value: null }]);
    expect(reasonOf(lab.store)).toMatch(/^out of memory: it used \d+ MB, more than the 150 MB of its slot$/);
    expect(scheduler.stdout().match(/was ended: it used/g)).toHaveLength(2);
    expect(scheduler.stdout()).not.toContain('interrupted');
  },
);

test('what cannot be a sweep is refused in one line that names the field', async () => {
  const lab = makeSweepLab();
  const refuse = async (changes: object, ...says: (string | RegExp)[]) => {
    const refused = await lab.create(changes);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expectOneLine(refused.stderr, 'sweep.json: ', ...says);
  };
  await refuse({ space: { lr: { type: 'choice', values: [1] } } }, 'space.lr: unknown key');
  await refuse({ strategy: 'tpe' }, 'budget.trials: is missing');
  await refuse({ objective: { metric: 'eval.fid', direction: 'minimise' } }, 'no trial logs "eval.fid"');
  writeFileSync(join(lab.folder, 'torn.json'), '{"name":');
  expectOneLine((await lab.sweep('torn.json')).stderr, 'torn.json: is not JSON');
  expectOneLine((await lab.sweep('none.json')).stderr, 'none.json: cannot be read');
  expect(await lab.sweep('pause', '1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('there is no store'),
  });
  await lab.create();
  expect(await lab.sweep('pause', 'x')).toMatchObject({ code: 2 });
  expect(await lab.sweep('pause', '7')).toMatchObject({ code: 2, stderr: 'there is no sweep 7\n' });
});

test.each(['wgan-gp-ring', 'wgan-ring', 'gan-normals'])(
  '%s logs the metrics that a sweep may drive',
  async (preset) => {
    const folder = makeFolder();
    const store = join(folder, 'lab.db');
    const set = { steps: 4, evaluateEvery: 2 };
    const args = Object.entries(set).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    expect((await run(folder, 'train', [preset, ...args, '--store', store])).code).toBe(0);
    const logged = withStore(store, ({ run }) => loggedMetrics(run.get(1).config));
    expect(logged).toEqual(loggedMetrics(configure(getPreset(preset), set)));
    const there = query(store, 'SELECT DISTINCT name FROM v_metric').map(({ name }) => String(name));
    // With no sample near a mode there is no histogram to compare.
    expect([...new Set([...there, ...logged.filter((name) => name === 'eval.klModes')])].sort()).toEqual(
      [...logged].sort(),
    );
  },
);
