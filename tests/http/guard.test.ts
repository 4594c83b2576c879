import { request } from 'node:http';
import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, procedurePath, type Question } from './ask.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ steps: 200 });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}) => ask(server.port, path, { headers });
const post = (question: Question) =>
  ask(server.port, '/api/trpc/run.stop', {
    method: 'POST',
    body: JSON.stringify({ runId: server.runs.queued }),
    ...question,
  });
const json = { 'content-type': 'application/json' };
const statusOfQueued = () => server.store.run.get(server.runs.queued).status;

const everywhere = [
  '/',
  '/runs',
  '/nosuch',
  '/api/health',
  '/api/trpc/run.list',
  '/api/files/sample-grids/1',
  '/_next/static/x.js',
  '/favicon.ico',
];

describe('a foreign host name', () => {
  it.each(everywhere)('is refused at %s', async (path) => {
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      `127.0.0.1.evil.example:${server.port}`,
      `localhost.evil.example`,
    ]) {
      const { status, text } = await get(path, { host });
      expect([status, text]).toEqual([403, expect.stringMatching(/^Duality does not answer to this host name.*\n$/)]);
    }
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'is refused when it resolves to this machine: %s',
    async (hostname) => {
      // As a browser whose name server has been told that the name is 127.0.0.1 now.
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const lookup: LookupFunction = (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]);
        request({ hostname, lookup, port: server.port, path: '/runs' }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(403);
    },
  );

  it('does not help in an address of its own', async () => {
    for (const path of ['http://evil.example/runs', `http://127.0.0.1:${server.port}/runs`, '*', 'runs']) {
      expect((await get(path)).status, path).toBe(400);
    }
  });

  it('does not help when it is forwarded under another name', async () => {
    expect(
      (await get('/api/health', { host: 'evil.example', 'x-forwarded-host': `127.0.0.1:${server.port}` })).status,
    ).toBe(403);
    expect(
      (
        await get('/api/health', {
          host: 'evil.example',
          'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy',
        })
      ).status,
    ).toBe(403);
  });

  it('our own names are answered', async () => {
    for (const host of [`127.0.0.1:${server.port}`, `localhost:${server.port}`, `[::1]:${server.port}`]) {
      expect((await get('/api/health', { host })).status).toBe(200);
    }
  });
});

describe('another origin', () => {
  it.each(['http://evil.example', 'null', 'http://localhost:1'])('%s may neither read nor change', async (origin) => {
    expect((await get('/api/trpc/run.list', { origin })).status).toBe(403);
    expect((await get(procedurePath('run.live'), { origin, accept: 'text/event-stream' })).status).toBe(403);
    expect((await post({ headers: { ...json, origin } })).status).toBe(403);
    expect(statusOfQueued()).toBe('queued');
  });

  it('gets no permission by a preflight', async () => {
    const { status, headers } = await ask(server.port, '/api/trpc/run.stop', {
      method: 'OPTIONS',
      headers: {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(status).toBe(403);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('another site', () => {
  const crossSite = { 'sec-fetch-site': 'cross-site' };

  it('cannot post a form', async () => {
    const navigation = { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await post({ headers: { ...navigation, 'content-type': type } })).status).toBe(403);
      // An old browser sends neither Origin nor Sec-Fetch-Site.
      expect((await post({ headers: { 'content-type': type } })).status).toBe(415);
    }
    expect(statusOfQueued()).toBe('queued');
  });

  it('cannot fetch in no-cors mode', async () => {
    const noCors = { ...crossSite, 'sec-fetch-mode': 'no-cors' };
    expect((await get('/api/trpc/run.list', noCors)).status).toBe(403);
    expect((await get('/api/files/sample-grids/1', { ...noCors, 'sec-fetch-dest': 'image' })).status).toBe(403);
    expect((await post({ headers: { ...noCors, 'content-type': 'text/plain' } })).status).toBe(403);
    expect((await post({ headers: { 'sec-fetch-mode': 'no-cors', ...json } })).status).toBe(403);
    expect(statusOfQueued()).toBe('queued');
  });

  it('may link to a page', async () => {
    const link = { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await get('/', link)).status).toBeLessThan(400);
    expect((await get('/api/trpc/run.list', link)).status).toBe(403);
  });
});

describe('a change', () => {
  it('must be JSON of a length that is told, and no larger than a megabyte', async () => {
    expect((await post({ headers: {} })).status).toBe(415);
    expect((await post({ headers: json, body: JSON.stringify({ runId: 'x'.repeat(1024 * 1024) }) })).status).toBe(413);
    expect((await post({ headers: { ...json, 'transfer-encoding': 'chunked' } })).status).toBe(411);
    expect((await ask(server.port, '/api/trpc/run.stop', { method: 'PUT', headers: json, body: '{}' })).status).toBe(
      405,
    );
    expect((await ask(server.port, '/api/trpc/run.stop', { headers: json })).status).toBe(405);
    expect(statusOfQueued()).toBe('queued');
  });

  it('from our own page is done', async () => {
    const own = {
      ...json,
      origin: `http://127.0.0.1:${server.port}`,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
    };
    expect((await post({ headers: own })).status).toBe(200);
    expect(statusOfQueued()).toBe('stopped');
  });

  it('by curl, without any of these headers but with the key, is done', async () => {
    const { status } = await ask(server.port, '/api/trpc/run.resume', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ runId: server.runs.queued }),
    });
    expect(status).toBe(200);
    expect(statusOfQueued()).toBe('queued');
  });
});

describe('every answer', () => {
  it.each([...everywhere, '/api/trpc/nosuch', '/%'])('to %s has the security headers', async (path) => {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each(['/', '/nosuch'])('to %s lets only scripts with its own nonce run', async (path) => {
    const [first, second] = await Promise.all([get(path), get(path)]);
    const nonce = /'nonce-([^']+)'/.exec(String(first.headers['content-security-policy']))?.[1];
    const scripts = first.text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(second.headers['content-security-policy']).not.toBe(first.headers['content-security-policy']);
  });
});
