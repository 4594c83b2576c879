import { chmodSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBeOther, runAsOther } from '../fixtures/other-user.ts';
import { ask, procedurePath, type Question } from './ask.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  [server, other] = await Promise.all([startServer({ steps: 200 }), startServer({ steps: 200 })]);
});
afterAll(() => Promise.all([server.stop(), other.stop()]));

const json = { 'content-type': 'application/json' };
const stop = (question: Question = {}, at = server) =>
  ask(at.port, '/api/trpc/run.stop', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ runId: at.runs.queued }),
    key: null,
    ...question,
  });
const signIn = (key: unknown) =>
  ask(server.port, '/api/session', { method: 'POST', headers: json, body: JSON.stringify({ key }), key: null });
const statusOfQueued = (at = server) => at.store.run.get(at.runs.queued).status;
const cookieOf = ({ headers }: Awaited<ReturnType<typeof ask>>) => headers['set-cookie']?.[0]?.split(';')[0] ?? '';

describe('without session and key', () => {
  it.each([
    '/api/trpc/run.list',
    '/api/files/sample-grids/1',
    '/api/files/runs?format=csv',
    procedurePath('run.live'),
    '/api/nosuch',
  ])('%s is refused', async (path) => {
    const { status, text } = await ask(server.port, path, { key: null });
    expect([status, text]).toEqual([401, expect.stringContaining('Authorization: Bearer KEY')]);
  });

  it('nothing is changed or started', async () => {
    expect((await stop()).status).toBe(401);
    for (const procedure of ['run.create', 'sweep.create', 'run.resume', 'run.remove']) {
      const { status } = await ask(server.port, `/api/trpc/${procedure}`, {
        method: 'POST',
        headers: json,
        body: '{}',
        key: null,
      });
      expect(status, procedure).toBe(401);
    }
    expect(statusOfQueued()).toBe('queued');
  });

  it('whether there is a dashboard may be asked', async () => {
    expect((await ask(server.port, '/api/health', { key: null })).status).toBe(200);
  });
});

describe('a wrong key', () => {
  it('is that of another store', async () => {
    expect((await stop({ key: other.key })).status).toBe(401);
    expect((await signIn(other.key)).status).toBe(403);
  });

  it.each(['', 'x', 1, null, ['x'], { toString: 'x' }])('is %j', async (key) => {
    expect((await signIn(key)).status).toBe(403);
  });

  it('that is too long to be one is not read to its end', async () => {
    expect((await signIn('x'.repeat(100_000))).status).toBe(403);
  });
});

describe.runIf(process.platform === 'linux')('a page opened by the user who runs the server', () => {
  it('gets a session with which its requests are answered', async () => {
    const page = await ask(server.port, '/runs', { key: null });
    expect(page.status).toBe(200);
    expect(page.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(page);
    expect(cookie).not.toContain(server.key);
    const { status } = await ask(server.port, '/api/trpc/run.list', { key: null, headers: { cookie } });
    expect(status).toBe(200);
  });

  it('gives none to another store’s server, and none to files and answers', async () => {
    const cookie = cookieOf(await ask(server.port, '/runs', { key: null }));
    const renamed = cookie.replace(String(server.port), String(other.port));
    for (const given of [cookie, renamed]) {
      expect((await stop({ headers: { ...json, cookie: given } }, other)).status).toBe(401);
    }
    expect((await ask(server.port, '/api/health')).headers).not.toHaveProperty('set-cookie');
    expect((await ask(server.port, '/icon.svg')).headers).not.toHaveProperty('set-cookie');
  });
});

const fetchAndTell = `
fetch(process.argv[1], JSON.parse(process.argv[2])).then(async (answer) => console.log(JSON.stringify({
  status: answer.status, cookie: answer.headers.get('set-cookie'), text: await answer.text(),
})));`;

/** What another user of this machine is answered. */
function askAsOther(path: string, init: RequestInit = {}): { status: number; cookie: string | null; text: string } {
  const { stdout, stderr } = runAsOther(fetchAndTell, server.url + path, JSON.stringify(init));
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.runIf(canBeOther)('another user of the machine', () => {
  it('is asked for the key on every page', () => {
    for (const path of ['/runs', '/runs/1', '/compare?runs=1']) {
      const { status, text } = askAsOther(path);
      expect([status, text]).toEqual([401, expect.stringContaining('<form>')]);
      expect(text).not.toContain('Completed');
    }
  });

  it('cannot use a session that it got to see', async () => {
    const cookie = cookieOf(await ask(server.port, '/runs', { key: null }));
    expect(askAsOther('/api/trpc/run.list', { headers: { cookie } }).status).toBe(401);
    expect(askAsOther('/runs', { headers: { cookie } }).status).toBe(401);
  });

  it('cannot claim to be ours by headers', () => {
    const headers = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' };
    expect(askAsOther('/runs', { headers }).status).toBe(401);
  });

  it('cannot read the key', () => {
    chmodSync(dirname(server.file), 0o755);
    const listed = runAsOther('console.log(fs.readdirSync(process.argv[1]).join())', dirname(server.file));
    expect(listed.stdout).toContain('-key');
    const { stdout, stderr } = runAsOther(
      'console.log(fs.readFileSync(process.argv[1], "utf8"))',
      `${server.file}-key`,
    );
    expect(stdout).toBe('');
    expect(stderr).toContain('EACCES');
  });

  it('is let in with the key, by a session that serves it alone', () => {
    const body = JSON.stringify({ key: server.key });
    const { cookie: given } = askAsOther('/api/session', { method: 'POST', headers: json, body });
    const cookie = given?.split(';')[0] ?? '';
    expect(askAsOther('/runs', { headers: { cookie } }).status).toBe(200);
    expect(askAsOther('/api/trpc/run.list', { headers: { cookie } }).status).toBe(200);
  });
});

it('a request that comes slowly is ended, and the others are answered meanwhile', async () => {
  const slow = connect(server.port, '127.0.0.1');
  const head = `POST /api/trpc/run.stop HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.key}\r\n`;
  slow.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"runId"`);
  const drip = setInterval(() => slow.write(' '), 500);
  const said = new Promise<string>((resolve, reject) => {
    let text = '';
    slow.on('data', (part) => {
      text += part;
    });
    slow.on('close', () => resolve(text));
    slow.on('error', reject);
  });
  try {
    expect((await ask(server.port, '/api/trpc/run.list')).status).toBe(200);
    expect(await said).toMatch(/^HTTP\/1\.1 408 /);
  } finally {
    clearInterval(drip);
    slow.destroy();
  }
  expect(statusOfQueued()).toBe('queued');
}, 60_000);

it('headers without an end are refused', async () => {
  const { status } = await ask(server.port, '/runs', { headers: { 'x-long': 'x'.repeat(20_000) } });
  expect(status).toBe(431);
});
