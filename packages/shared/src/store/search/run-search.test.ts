import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertRuleName } from '../../domain/doctor/rule-names.ts';
import { FilterError } from '../../domain/filter/filter-error.ts';
import { SlurmPlace } from '../../domain/place.ts';
import { configure, getPreset } from '../../domain/preset.ts';
import { aRequest, useTestStore } from '../test-store.ts';
import { randomNumber, randomTest } from './random-filter.ts';
import { addRun, someRun } from './random-runs.ts';
import type { RunSearch } from './run-search.ts';

const lab = useTestStore();
const found = (search: RunSearch) => lab.store.run.search(search).runs.map(({ id }) => id);

describe('whatever is stored and whatever is asked', () => {
  test('the filter finds what plain JavaScript finds, in the same order', () => {
    const db = new Sqlite(lab.file);
    db.pragma('foreign_keys = ON');
    let kept = 0;
    let asked = 0;
    fc.assert(
      fc.property(
        fc.array(someRun, { minLength: 3, maxLength: 6 }),
        fc.array(fc.tuple(randomTest, randomNumber, fc.boolean()), { minLength: 8, maxLength: 8 }),
        (runs, questions) => {
          db.exec('DELETE FROM run');
          const plain = runs.map((run) => addRun(db, lab.store, run));
          for (const [{ text, of }, key, isAscending] of questions) {
            const matching = plain.filter(of);
            [kept, asked] = [kept + matching.length, asked + plain.length];
            const sign = isAscending ? 1 : -1;
            const idOf = ({ fields }: (typeof plain)[number]) => Number(fields.id);
            const expected = matching.sort((a, b) => {
              const [x, y] = [key.of(a), key.of(b)];
              if (x === null || y === null) return Number(x === null) - Number(y === null) || idOf(b) - idOf(a);
              return (x === y ? 0 : x < y ? -sign : sign) || idOf(b) - idOf(a);
            });
            const direction = isAscending ? 'ascending' : 'descending';
            expect(found({ filter: text, sort: [{ by: key.text, direction }] }), text).toEqual(expected.map(idOf));
          }
        },
      ),
      { numRuns: 150 },
    );
    db.close();
    // Neither everything nor nothing, or the agreement would say little.
    expect(kept / asked).toBeGreaterThan(0.1);
    expect(kept / asked).toBeLessThan(0.9);
  });
});

const queue = (name: string, overrides: Record<string, unknown> = {}, preset = 'wgan-gp-mnist') =>
  lab.store.run.queue(aRequest({ name, preset, config: configure(getPreset(preset), overrides) })).id;

describe('words', () => {
  test('must all occur, in whatever identifies the run', () => {
    const [digits, ring] = [queue('Baseline with λ 10'), queue('Second', {}, 'gan-ring')];
    lab.store.run.take(digits, 'test');
    lab.store.run.end(digits, 'failed', 'lost: the trainer was killed');
    expect(found({ filter: '' })).toEqual([ring, digits]);
    expect(found({ filter: 'Λ baseline' })).toEqual([digits]);
    expect(found({ filter: 'KILLED trainer' })).toEqual([digits]);
    expect(found({ filter: '"trainer killed"' })).toEqual([]);
    expect(found({ filter: 'ring queued' })).toEqual([ring]);
    expect(found({ filter: 'gaussians' })).toEqual([ring]);
    expect(found({ filter: 'non-saturating' })).toEqual([ring]);
    expect(found({ filter: 'default' })).toEqual([ring, digits]);
    expect(found({ filter: 'nothing' })).toEqual([]);
  });

  test('of the form #1 mean run 1, not run 10', () => {
    const ids = Array.from({ length: 10 }, (_, index) => queue(`no. ${index}`));
    expect(found({ filter: '#1' })).toEqual([ids[0]]);
    expect(found({ filter: '#10' })).toEqual([ids[9]]);
  });

  test('are texts, whatever they look like in SQL', () => {
    const id = queue(`100%_x'); DROP TABLE run; --`);
    queue('other');
    expect(found({ filter: `"100%_x'); DROP"` })).toEqual([id]);
    expect(found({ filter: `name == "100%_x'); DROP TABLE run; --"` })).toEqual([id]);
    expect(found({ filter: `"'" in name` })).toEqual([id]);
    expect(found({ filter: '' })).toHaveLength(2);
  });
});

test('a metric that nobody described can be asked for once a run has it', () => {
  const id = queue('odd');
  expect(() => found({ filter: 'last("loss/1") > 1' })).toThrow(FilterError);
  lab.store.metric.append(id, 1, { 'loss/1': 2 });
  expect(found({ filter: 'last("loss/1") > 1' })).toEqual([id]);
});

test('a parent is asked for by its number, and a run without one is not lost by not', () => {
  const db = new Sqlite(lab.file);
  const [parent, clone] = [queue('first'), queue('second')];
  db.prepare('UPDATE run SET parent_run_id = ?, parent_step = 1 WHERE id = ?').run(parent, clone);
  db.close();
  expect(found({ filter: `parent == ${parent}` })).toEqual([clone]);
  expect(found({ filter: `not parent == ${parent}` })).toEqual([parent]);
  expect(found({ filter: `parent != ${parent}` })).toEqual([]);
  expect(found({ filter: 'parent == none' })).toEqual([parent]);
});

test('runs are found by where they train, and told by node and job', () => {
  const [here, waiting, running, offline] = [queue('here'), queue('waiting'), queue('running'), queue('offline')];
  const job = { id: '7_1', state: 'RUNNING', reason: null, node: 'a1', requeues: 0, isOver: false };
  for (const id of [waiting, running]) lab.store.job.setPlace(id, SlurmPlace.parse({ kind: 'slurm' }));
  lab.store.job.see(running, job);
  lab.store.job.setPlace(offline, { kind: 'offline', host: 'laptop' });
  expect(found({ filter: 'where == "here"' })).toEqual([here]);
  expect(found({ filter: 'where == "slurm"' })).toEqual([running, waiting]);
  expect(found({ filter: 'where == "slurm" and job == none' })).toEqual([waiting]);
  expect(found({ filter: '"7_" in job and node == "a1"' })).toEqual([running]);
  expect(found({ filter: 'node == "laptop"' })).toEqual([offline]);
  expect(() => found({ filter: 'where == "slrum"' })).toThrow('did you mean "slurm"?');
  const { runs } = lab.store.run.search({ values: ['where', 'node', 'job'], ids: [running, here] });
  expect(runs.map(({ values }) => values)).toEqual([
    ['slurm', 'a1', '7_1'],
    ['here', null, null],
  ]);
});

test('whole numbers are divided to the end', () => {
  const id = queue('sevenths', { seed: 7, batchSize: 64 });
  expect(found({ filter: 'seed / batchSize == 0.109375' })).toEqual([id]);
  expect(found({ filter: 'seed / 0 == none and not seed / 0 > 1' })).toEqual([id]);
});

test('pages follow each other, with the number of all and of each status', () => {
  const ids = Array.from({ length: 25 }, (_, index) => queue(`run ${index}`, { seed: index % 3 }));
  for (const id of ids.slice(0, 5)) lab.store.run.requestStop(id);
  const search: RunSearch = { filter: 'seed < 2', sort: [{ by: 'seed', direction: 'descending' }], limit: 10 };
  const pages = [0, 10, 20].map((offset) => lab.store.run.search({ ...search, offset }));
  expect(pages.map(({ runs }) => runs.length)).toEqual([10, 7, 0]);
  expect(pages.map(({ total }) => total)).toEqual([17, 17, 17]);
  const seeds = pages.flatMap(({ runs }) => runs.map(({ config }) => config.seed));
  expect(seeds).toEqual([...Array(8).fill(1), ...Array(9).fill(0)]);
  expect(pages[0]?.counts).toEqual({ queued: 13, running: 0, completed: 0, stopped: 4, failed: 0 });
  const stopped = lab.store.run.search({ ...search, statuses: ['stopped'] });
  expect(stopped).toMatchObject({ total: 4, counts: pages[0]?.counts });
});

test('a sort key that cannot be read is named', () => {
  expect(() => found({ sort: [{ by: 'critcEstimate', direction: 'ascending' }] })).toThrow(
    'runs cannot be sorted by "critcEstimate": there is no field "critcEstimate"; did you mean last(criticEstimate)?',
  );
});

test('the trash is looked into only when it is asked for', () => {
  const [kept, removed] = [queue('kept'), queue('removed')];
  lab.store.run.remove(removed);
  expect(found({})).toEqual([kept]);
  expect(found({ trash: true })).toEqual([removed]);
  expect(lab.store.run.search({ filter: 'nothing' })).toMatchObject({ total: 0, hasRuns: true });
  lab.store.run.remove(kept);
  expect(lab.store.run.search({})).toMatchObject({ total: 0, hasRuns: false });
});

test('runs are found by how many of their alerts hold', () => {
  const [well, warned, failing] = [queue('well'), queue('warned'), queue('failing')];
  const raise = (runId: number, rule: AlertRuleName, severity: 'warning' | 'error') =>
    lab.store.alert.raise({ runId, step: 5, rule, severity, message: 'as a test', edits: {} });
  raise(well, 'frozen-loss', 'error');
  lab.store.alert.end(well, 'frozen-loss', 9);
  raise(warned, 'slope-far-from-one', 'warning');
  for (const rule of ['numbers-running-away', 'frozen-loss'] as const) raise(failing, rule, 'error');
  raise(failing, 'slope-far-from-one', 'warning');
  expect(found({ filter: 'alerts > 0' })).toEqual([failing, warned]);
  expect(found({ filter: 'errors > 0' })).toEqual([failing]);
  expect(found({ filter: 'alerts == 0' })).toEqual([well]);
  expect(found({ sort: [{ by: 'alerts', direction: 'descending' }] })).toEqual([failing, warned, well]);
});

test('archived runs are found by the word, and left out on request', () => {
  const [kept, archived] = [queue('kept'), queue('put away')];
  const db = new Sqlite(lab.file);
  db.prepare('UPDATE run SET archived_at = 1 WHERE id = ?').run(archived);
  db.close();
  expect(found({})).toEqual([archived, kept]);
  expect(found({ archived: false })).toEqual([kept]);
  expect(found({ archived: true })).toEqual([archived]);
  expect(found({ filter: 'archived' })).toEqual([archived]);
  expect(found({ filter: 'not archived' })).toEqual([kept]);
});

test('a run has lasted until its newest sign of life', () => {
  const id = queue('running');
  expect(found({ filter: 'duration == none' })).toEqual([id]);
  lab.store.run.take(id, 'test');
  const db = new Sqlite(lab.file);
  db.exec('UPDATE run SET started_at = 1000, heartbeat_at = 62000');
  db.close();
  expect(found({ filter: 'duration == 61' })).toEqual([id]);
});

test('the largest filters that can be written are answered', () => {
  const id = queue('one');
  const repeat = (text: string, separator: string) =>
    Array(Math.floor(2000 / (text.length + separator.length)))
      .fill(text)
      .join(separator);
  expect(found({ filter: repeat('id>0', ' or ') })).toEqual([id]);
  expect(found({ filter: repeat('id>0', ' and ') })).toEqual([id]);
  expect(found({ filter: `${'0<'.repeat(900)}id` })).toEqual([]);
  expect(found({ filter: `id in [${repeat('1', ',').slice(0, 1901)}]` })).toEqual([id]);
  expect(found({ filter: repeat('n', ' ') })).toEqual([id]);
  const groups = Array(18).fill(`(${Array(40).fill('1').join('+')})<99`);
  expect(found({ filter: groups.join(' and ') })).toEqual([id]);
});

describe('values that are asked for', () => {
  test('come with each run of the page, in the order asked, as what they are', () => {
    const [a, b] = [queue('a', { seed: 3 }), queue('b', { seed: 4 })];
    lab.store.manage.tag([a], 'x');
    lab.store.manage.tag([a], 'first');
    lab.store.manage.archive([a]);
    lab.store.metric.appendMany(
      a,
      [1, 5, 3].map((value, i) => ({ step: i + 1, values: { criticLoss: value, 'loss/1': -value } })),
    );
    const values = [
      ...['seed', 'config.learningRate', 'archived', 'name', 'tags', 'startedAt', 'last(criticLoss)'],
      ...['max(criticLoss)', 'at(criticLoss, 1)', 'mean("loss/1")', 'max(criticLoss) - min(criticLoss)'],
    ];
    const search = { values, sort: [{ by: 'id', direction: 'ascending' as const }] };
    expect(lab.store.run.search(search).runs.map((run) => [run.id, run.values])).toEqual([
      [a, [3, 2e-4, true, 'a', 'first\nx', null, 3, 5, 1, -3, 4]],
      [b, [4, 2e-4, false, 'b', null, null, null, null, null, null, null]],
    ]);
    expect(lab.store.run.search({ ...search, offset: 1 }).runs.map((run) => run.values[3])).toEqual(['b']);
    expect(lab.store.run.search({}).runs.map((run) => run.values)).toEqual([[], []]);
  });

  test('that cannot be read are named, with the place in them', () => {
    const error = thrownBy(() => lab.store.run.search({ values: ['seed', 'last(critcLoss)'] }));
    expect(error).toBeInstanceOf(FilterError);
    expect(error).toMatchObject({ position: 5, length: 9, text: 'last(critcLoss)' });
    expect((error as Error).message).toMatch(/^"last\(critcLoss\)" cannot be shown: .*did you mean criticLoss/);
    expect(() => lab.store.run.search({ values: ['none'] })).toThrow('nothing for every run');
  });
});

describe('what runs can be shown by', () => {
  test('are the metrics, tags and names in use, and the parameters with whether they differ', () => {
    const [a, b] = [queue('a', { seed: 3, batchSize: 64 }), queue('b', { seed: 4, batchSize: 64 }, 'gan-ring')];
    lab.store.manage.tag([a, b], 'both');
    lab.store.manage.tag([b], 'alone');
    lab.store.manage.move([b], 'other');
    lab.store.metric.append(a, 1, { stepMs: 1, 'loss/1': 2, criticLoss: 1 });
    const fields = lab.store.run.listFields({});
    expect(fields).toMatchObject({
      metrics: ['criticLoss', 'stepMs', 'loss/1'],
      metricTitles: ['Critic loss', 'Time per step', 'loss/1'],
      tags: ['both', 'alone'],
      experiments: ['default', 'other'],
      presets: ['gan-ring', 'wgan-gp-mnist'],
    });
    const differs = new Map(fields.config.map(({ key, differs }) => [key, differs]));
    expect([differs.get('seed'), differs.get('batchSize')]).toEqual([true, false]);
    const alone = lab.store.run.listFields({ filter: 'name == "a"' });
    expect(alone.config.filter(({ differs }) => differs)).toEqual([]);
  });

  test('a run of an older version is compared with the default that it is read with', () => {
    const [a] = [queue('a'), queue('b')];
    const db = new Sqlite(lab.file);
    db.prepare("UPDATE run SET config = json_remove(config, '$.clipValue') WHERE id = ?").run(a);
    db.close();
    expect(lab.store.run.listFields({}).config.filter(({ differs }) => differs)).toEqual([]);
  });
});

function thrownBy(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('groups', () => {
  test('are in the order in which a search has them, with the mean and deviation of each number', () => {
    const ids = [5, 1, 3, 8].map((seed, i) => queue(`r${i}`, { seed, batchSize: i === 1 ? 32 : 64 }));
    for (const [i, id] of ids.entries()) if (i < 3) lab.store.metric.append(id, 1, { criticLoss: 2 * i });
    const values = ['seed', 'last(criticLoss)', 'name'];
    const { by, groups } = lab.store.run.listGroups({ group: 'batchSize', values });
    expect(by).toMatchObject({ title: 'Batch size', of: 'config', name: 'batchSize' });
    expect(groups).toEqual([
      {
        ...{ key: 32, count: 1, offset: 0 },
        spreads: [{ count: 1, mean: 1, deviation: null }, { count: 1, mean: 2, deviation: null }, null],
      },
      {
        ...{ key: 64, count: 3, offset: 1 },
        spreads: [
          { count: 3, mean: 16 / 3, deviation: expect.closeTo(2.516611478, 8) },
          { count: 2, mean: 2, deviation: expect.closeTo(2.828427125, 8) },
          null,
        ],
      },
    ]);
    const search = { group: 'batchSize', sort: [{ by: 'seed', direction: 'ascending' as const }], values: ['seed'] };
    expect(lab.store.run.search(search).runs.map((run) => run.values[0])).toEqual([1, 3, 5, 8]);
    expect(lab.store.run.listIds(search)).toEqual([ids[1], ids[2], ids[0], ids[3]]);
    expect(lab.store.run.listIds({ ...search, offset: 1, limit: 2 })).toEqual([ids[2], ids[0]]);
  });

  test('by tags have the same tags, and runs without any come last', () => {
    const [a, b, c] = [queue('a'), queue('b'), queue('c')];
    lab.store.manage.tag([a, b], 'y');
    lab.store.manage.tag([b, a], 'x');
    const keys = lab.store.run.listGroups({ group: 'tags' }).groups.map(({ key, count }) => [key, count]);
    expect(keys).toEqual([
      ['x\ny', 2],
      [null, 1],
    ]);
    expect(lab.store.run.listIds({ group: 'tags' })).toEqual([b, a, c]);
    expect(lab.store.run.listGroups({ group: 'archived', statuses: ['failed'] }).groups).toEqual([]);
  });
});

test('what is shown is named as the systems of the runs name it', () => {
  queue('a');
  const titles = () =>
    lab.store.run
      .search({ values: ['last(criticEstimate)', 'min(eval.fid)', 'at(stepMs, 5)', 'lr', 'lr * 2'] })
      .shown.map(({ title }) => title);
  const others = ['Classifier FID, min', 'Time per step, step 5', 'Learning rate', 'lr * 2'];
  expect(titles()).toEqual(['Critic estimate Ŵ', ...others]);
  queue('b', {}, 'gan-ring');
  expect(titles()).toEqual(['Score difference or Critic estimate Ŵ', ...others]);
});
