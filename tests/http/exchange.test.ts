import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, getPreset } from '@duality/shared';
import { encodeLine, type Order } from '@duality/shared/exchange';
import { openStore, type Store } from '@duality/shared/store';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createIntake } from '../../apps/trainer/src/scheduler/take-in.ts';
import { type ServedStore, serveStore } from '../fixtures/serve-store.ts';
import { makeFolder, readCurve, run, start, waitFor, waitForStep } from '../process/lab.ts';
import { ask, procedurePath } from './ask.ts';

let folder: string;
let file: string;
let server: ServedStore;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duality-exchange-'));
  file = join(folder, 'hub.db');
  store = openStore(file);
  server = await serveStore(file);
});
afterAll(async () => {
  await server.stop();
  store.close();
  rmSync(folder, { recursive: true });
});

const send = async (procedure: string, input: object) => {
  const body = JSON.stringify(input);
  const headers = { 'content-type': 'application/json' };
  const answer = await ask(server.port, `/api/trpc/exchange.${procedure}`, { method: 'POST', headers, body });
  return { status: answer.status, text: answer.text, data: JSON.parse(answer.text).result?.data };
};
const base64 = (text: string) => Buffer.from(text).toString('base64');
const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');
const whole = (uid: string, name: string, text: string) => ({
  ...{ uid, name, at: 0, data: base64(text), total: text.length, sha256: sha256Of(text) },
});

let nextUid = 1;
const anOrder = (changes: Partial<Order> = {}): Order => ({
  ...{ version: 1, uid: String(nextUid++).padStart(32, '0'), name: 'away', experiment: 'default', tags: [], notes: '' },
  ...{ preset: 'wgan-gp-ring', config: configure(getPreset('wgan-gp-ring'), {}), dataDir: '/etc' },
  ...{ requestedEngine: 'cpu', engine: null, place: { kind: 'offline', host: 'laptop' }, createdAt: 1, parent: null },
  ...changes,
});
const announce = async (order = anOrder()) => {
  const { status, text } = await send('put', whole(order.uid, 'order.json', JSON.stringify(order)));
  expect(text).toMatch(/"data":true/);
  expect(status).toBe(200);
  return order.uid;
};
const kept = (uid: string) => join(`${file}-exchange`, `run-${uid}`);

describe('a run that is announced', () => {
  test('is in the store at once, and what its worker appends is taken in', async () => {
    const uid = await announce();
    const id = store.arrival.findRun(uid) ?? 0;
    expect(store.run.get(id)).toMatchObject({
      name: 'away',
      place: { kind: 'offline', host: 'laptop' },
      dataDir: null,
    });
    expect((await send('claim', { uid, name: 'fragment-1.jsonl' })).data).toBe(true);
    expect((await send('claim', { uid, name: 'fragment-1.jsonl' })).data).toBe(false);
    const lines = [
      encodeLine({ number: 1, record: { kind: 'begin', at: 5, host: 'laptop', job: null, seen: [] } }),
      encodeLine({ number: 2, record: { kind: 'metrics', step: 1, at: 6, values: { criticLoss: 2 } } }),
    ].join('');
    const append = (at: number, text: string) =>
      send('append', { uid, name: 'fragment-1.jsonl', at, data: base64(text) });
    expect((await append(0, lines.slice(0, 50))).status).toBe(200);
    expect(await append(60, 'behind a gap')).toMatchObject({
      status: 409,
      text: expect.stringContaining('has 50 bytes'),
    });
    expect((await append(20, lines.slice(20))).status).toBe(200); // overlaps
    expect((await append(0, lines)).status).toBe(200); // again
    expect(readFileSync(join(kept(uid), 'fragment-1.jsonl'), 'utf8')).toBe(lines);
    createIntake(store, `${file}-exchange`, () => {}).take();
    expect(store.run.get(id)).toMatchObject({ status: 'running', lastStep: 1 });
    const listed = await ask(server.port, procedurePath('exchange.list', { uid }));
    expect(JSON.parse(listed.text).result.data).toContainEqual({ name: 'fragment-1.jsonl', bytes: lines.length });
  });

  test('takes files in pieces, and none that was changed on its way', async () => {
    const uid = await announce();
    const text = 'a whole checkpoint';
    const piece = { ...whole(uid, 'state/step-20.safetensors', text), data: base64(text.slice(0, 7)) };
    expect((await send('put', piece)).data).toBe(false);
    expect(existsSync(join(kept(uid), piece.name))).toBe(false);
    expect((await send('put', { ...piece, at: 9, data: base64('x') })).text).toContain('has come as far as byte 7');
    expect((await send('put', { ...piece, at: 7, data: base64(text.slice(7)) })).data).toBe(true);
    expect(readFileSync(join(kept(uid), piece.name), 'utf8')).toBe(text);
    const changed = await send('put', { ...whole(uid, piece.name, text), sha256: sha256Of('another') });
    expect(changed).toMatchObject({ status: 409, text: expect.stringContaining('changed on its way') });
    expect(readFileSync(join(kept(uid), piece.name), 'utf8')).toBe(text);
    expect((await send('remove', { uid, name: piece.name })).status).toBe(200);
    expect(readdirSync(join(kept(uid), 'state'))).toEqual([]);
  });
});

describe('refused is', () => {
  test.each([
    'order.json/../../../hub.db',
    '../hub.db',
    '..\\hub.db',
    '/etc/passwd',
    'state/../order.json',
    'state/step-1.safetensors\0',
    'fragment-0.jsonl',
    '',
  ])('the name %j', async (name) => {
    const uid = await announce();
    for (const procedure of ['put', 'remove', 'claim', 'append']) {
      const { status } = await send(procedure, { ...whole(uid, name, 'x') });
      expect(status, procedure).toBe(400);
    }
    expect((await ask(server.port, procedurePath('exchange.read', { uid, name, at: 0 }))).status).toBe(400);
  });

  test('a run that nobody announced, or that trains here', async () => {
    const unknown = 'f'.repeat(32);
    expect((await send('claim', { uid: unknown, name: 'fragment-1.jsonl' })).status).toBe(404);
    expect((await send('put', whole(unknown, 'state/step-1.safetensors', 'x'))).status).toBe(404);
    const here = store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config: anOrder().config });
    expect((await send('claim', { uid: here.uid, name: 'fragment-1.jsonl' })).status).toBe(404);
    expect((await send('claim', { uid: '../..', name: 'fragment-1.jsonl' })).status).toBe(400);
    store.run.requestStop(here.id);
  });

  test('an order that is none, or of another run, and leaves no run', async () => {
    const before = store.run.count();
    const order = anOrder();
    for (const text of ['{', '{}', JSON.stringify({ ...order, config: { steps: -1 } }), JSON.stringify(anOrder())]) {
      const { status } = await send('put', whole(order.uid, 'order.json', text));
      expect(status, text).toBeGreaterThanOrEqual(400);
      expect(status, text).toBeLessThan(500);
      expect(existsSync(join(kept(order.uid), 'order.json'))).toBe(false);
    }
    expect(store.run.count()).toBe(before);
  });

  test('everything without the key', async () => {
    for (const procedure of ['list', 'read', 'claim', 'append', 'put', 'remove']) {
      const path = `/api/trpc/exchange.${procedure}`;
      const headers = { 'content-type': 'application/json' };
      expect((await ask(server.port, path, { method: 'POST', headers, body: '{}', key: null })).status, procedure).toBe(
        401,
      );
    }
  });
});

test('a run whose hub is away for a while and whose process is killed comes here with the same curve to the bit', async () => {
  const here = makeFolder();
  const config = ['wgan-gp-ring', '--engine', 'cpu', '--json', '--steps', '300', '--set', 'batchSize=8'];
  const cadence = ['hiddenSize=8', 'checkpointEvery=20', 'evaluateEvery=20'].flatMap((set) => ['--set', set]);
  writeFileSync(join(here, 'key'), server.key);
  const hub = ['--hub', server.url, '--key', 'key'];
  const known = new Set(store.job.listPlaced().map(({ uid }) => uid));
  const running = start(here, 'train', [...config, ...cadence, ...hub]);
  await waitForStep(running, 40);
  process.kill(server.pid, 'SIGSTOP');
  onTestFinished(() => void process.kill(server.pid, 'SIGCONT'));
  await waitForStep(running, 90);
  running.kill('SIGKILL');
  await running.ended;
  process.kill(server.pid, 'SIGCONT');
  const { uid = '' } = store.job.listPlaced().find((one) => !known.has(one.uid)) ?? {};
  const { code } = await run(here, 'train', [...hub, '--resume', uid, '--json']);
  expect(code).toBe(0);
  const intake = createIntake(store, `${file}-exchange`, () => {});
  while (intake.take());
  const id = store.arrival.findRun(uid) ?? 0;
  expect(store.run.get(id)).toMatchObject({ status: 'completed', lastStep: 300 });
  expect((await run(here, 'train', [...config, ...cadence, '--store', 'here.db'])).code).toBe(0);
  expect(readCurve(file, id)).toEqual(readCurve(join(here, 'here.db')));
});

test('a run that is stopped in the dashboard ends where it trains, and goes on when it is resumed there', async () => {
  const here = makeFolder();
  writeFileSync(join(here, 'key'), server.key);
  const hub = ['--hub', server.url, '--key', 'key', '--json'];
  const known = new Set(store.job.listPlaced().map(({ uid }) => uid));
  const config = [
    'wgan-gp-ring',
    '--engine',
    'cpu',
    '--steps',
    '3000',
    '--set',
    'batchSize=8',
    '--set',
    'hiddenSize=8',
  ];
  const running = start(here, 'train', [...config, '--set', 'evaluateEvery=0', ...hub]);
  await waitForStep(running, 20);
  const { id = 0, uid = '' } = store.job.listPlaced().find((one) => !known.has(one.uid)) ?? {};
  const intake = createIntake(store, `${file}-exchange`, () => {});
  await waitFor('its beginning', () => {
    intake.take();
    return store.run.get(id).status === 'running';
  });
  store.run.requestStop(id);
  intake.take();
  expect((await running.ended).code).toBe(130);
  while (intake.take());
  const { status, lastStep } = store.run.get(id);
  expect(status).toBe('stopped');
  const again = start(here, 'train', [...hub, '--resume', uid]);
  await waitForStep(again, lastStep + 50);
  again.kill('SIGINT');
  expect((await again.ended).code).toBe(130);
});

test('a wrong key and a hub that is not there are said in a line', async () => {
  const here = makeFolder();
  writeFileSync(join(here, 'key'), 'wrong');
  const wrong = await run(here, 'train', ['wgan-gp-ring', '--hub', server.url, '--key', 'key']);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/^http.* refuses \(401\): .*\n$/)]);
  const nobody = await run(here, 'train', ['wgan-gp-ring', '--hub', 'http://127.0.0.1:9', '--key', 'key']);
  expect([nobody.code, nobody.stderr]).toEqual([
    1,
    expect.stringMatching(/^http:\/\/127.0.0.1:9 does not answer .*\n$/),
  ]);
});
