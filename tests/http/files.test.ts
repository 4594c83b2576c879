import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, query } from './ask.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ steps: 200 });
});
afterAll(() => server.stop());

const get = (path: string) => ask(server.port, path);

it('health says which version answers', async () => {
  const { status, text } = await get('/api/health');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    storeVersion: expect.any(Number),
  });
});

it('a sample grid comes as the very PNG bytes in the store', async () => {
  const { grids } = await query<{ grids: { id: number }[] }>(server.port, 'sampleGrid.list', {
    runId: server.runs.completed,
  });
  expect(grids.length).toBeGreaterThan(5);
  for (const { id } of grids) {
    const { status, headers, body } = await get(`/api/files/sample-grids/${id}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect(body.equals(server.store.sampleGrid.getPng(id))).toBe(true);
    expect(body.subarray(1, 4).toString()).toBe('PNG');
  }
});

it('the picture of neighbours comes as the very PNG bytes in the store', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const { completed } = server.runs;
  server.store.evaluation.add(completed, { step: 100, estimates: {}, detail: {}, neighbours: png });
  server.store.evaluation.add(completed, { step: 200, estimates: {}, detail: {} });
  const [pictured, plain] = server.store.evaluation.list(completed).map(({ id }) => id);
  const { status, headers, body } = await get(`/api/files/neighbours/${pictured}.png`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  });
  expect(Uint8Array.from(body)).toEqual(png);
  for (const name of [`${plain}.png`, '1', '0.png', `${pictured}.png.png`]) {
    expect((await get(`/api/files/neighbours/${name}`)).status, name).toBe(404);
  }
});

it('metrics and runs download whole, under the names of files', async () => {
  const { runs, store } = server;
  const csv = await get(`/api/files/metrics/${runs.completed}?format=csv`);
  expect(csv.status).toBe(200);
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="duality-run-${runs.completed}-metrics.csv"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const points = [...store.table.metrics([runs.completed])].flat();
  expect(csv.text.trimEnd().split('\n')).toHaveLength(1 + points.length);
  const jsonl = await get('/api/files/runs?format=jsonl');
  expect(jsonl.headers['content-disposition']).toBe('attachment; filename="duality-runs.jsonl"');
  const ids = jsonl.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).run_id);
  expect(ids).toEqual(store.table.listIds());
  const parquet = await get(`/api/files/metrics/${runs.completed}?format=parquet`);
  expect(parquet.body.subarray(-4).toString()).toBe('PAR1');
  expect(await get('/api/files/runs')).toMatchObject({
    status: 400,
    text: expect.stringContaining('csv, jsonl, parquet'),
  });
});

it('a gallery downloads as an attachment of its own type, once it is made', async () => {
  const { completed } = server.runs;
  const asked = await ask(server.port, '/api/trpc/export.create', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ runIds: [completed], format: 'html', steps: [1, 2] }),
  });
  expect(asked.status).toBe(200);
  const { id } = JSON.parse(asked.text).result.data as { id: string };
  await vi.waitFor(async () => {
    expect((await query<{ state: string }>(server.port, 'export.status', { id })).state).toBe('done');
  }, 20_000);
  const { status, headers, text } = await get(`/api/files/exports/${id}`);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="duality-gallery-run-${completed}.html"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(text).toMatch(/^<!doctype html>.*<\/html>\n$/s);
});

it('a gallery cannot be asked for by another site', async () => {
  const headers = { 'content-type': 'application/json', origin: 'http://evil.example' };
  const body = JSON.stringify({ runIds: [server.runs.completed], format: 'zip' });
  const { status } = await ask(server.port, '/api/trpc/export.create', { method: 'POST', headers, body });
  expect(status).toBe(403);
  expect(await query(server.port, 'export.list')).toHaveLength(1);
});

it('downloads are for our own pages only', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  for (const path of ['runs', `metrics/${server.runs.completed}`]) {
    expect((await ask(server.port, `/api/files/${path}?format=csv`, { headers })).status).toBe(403);
  }
});

describe('what is not there is 404', () => {
  it.each([
    '/nosuch',
    '/api',
    '/api/nosuch',
    '/api/files',
    '/api/files/sample-grids',
    '/api/files/sample-grids/999999',
    '/api/files/exports',
    '/api/files/exports/nosuch',
    '/api/files/metrics',
    '/api/files/metrics/999999?format=csv',
    '/api/files/metrics/1e0?format=csv',
    '/api/trpc/nosuch',
    '/package.json',
    '/_next/image?url=%2fapi%2fhealth&w=64&q=75',
  ])('%s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('what is written in another way than our addresses is refused', () => {
  it.each([
    '/.env',
    '/%72uns',
    '/%61pi/trpc/run.list',
    '//api/trpc/run.list',
    '/./api/trpc/run.list',
    '/runs/../api/trpc/run.list',
    '/runs/%2e%2e/api/trpc/run.list',
    '/_next/static/../../api/trpc/run.list',
    '/_next/static/%2e%2e/%2e%2e/api/trpc/run.list',
    '/_next/static/..%2f..%2fapi/trpc/run.list',
    '/_next/static/..%5c..%5capi/trpc/run.list',
    '/_next\\..\\api/trpc/run.list',
    '/api/files/exports/..%2f..%2fetc%2fpasswd',
    '/api/files/metrics/..%2fruns?format=csv',
    '/icon.svg/../api/trpc/run.list',
  ])('%s', async (path) => {
    expect((await ask(server.port, path, { key: null })).status).toBe(400);
  });
});

describe('no path leads out of the sample grids', () => {
  const outside = [
    '../../../../etc/passwd',
    '..%2f..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%252f..%252f..%252fetc%252fpasswd',
    '%c0%ae%c0%ae%2fetc%2fpasswd',
    '..\\..\\..\\etc\\passwd',
    '..%5c..%5cetc%5cpasswd',
    '//etc/passwd',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    '1/../../../../etc/passwd',
    '1%2f..%2f..%2fpackage.json',
    '1%00.png',
    '1%0a',
    '1%20',
    '+1',
    '-1',
    '0',
    '1e0',
    '0x1',
    '1.0',
    '٣',
    '%d9%a3',
    '1;rm',
    "1'--",
    'file:%2f%2f%2fetc%2fpasswd',
    '#1',
    '?id=1',
    '%',
    '%zz',
    '9'.repeat(400),
  ];

  it.each(outside)('%s', async (path) => {
    let answer = await get(`/api/files/sample-grids/${encodeURI(path).replaceAll('%25', '%')}`);
    // Next tidies slashes by redirecting within this server.
    for (let hop = 0; answer.status === 308 && hop < 3; hop++) {
      expect(answer.headers.location).toMatch(/^\/(?!\/)/);
      answer = await get(String(answer.headers.location));
    }
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/root:|"workspaces"/);
    expect(answer.headers['content-type']).not.toBe('image/png');
  });
});
