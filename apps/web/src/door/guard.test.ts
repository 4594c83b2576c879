import { describe, expect, it } from 'vitest';
import { findRefusal, maxBodyBytes } from './guard.ts';

const here = '127.0.0.1:3000';

function ask(
  headers: Record<string, string>,
  { method = 'GET', path = '/', givenHost = undefined as string | undefined } = {},
) {
  return findRefusal({ method, path, headers: new Headers({ host: here, ...headers }) }, givenHost)?.status;
}

const post = (headers: Record<string, string> = {}) =>
  ask(
    { 'content-type': 'application/json', 'content-length': '2', ...headers },
    { method: 'POST', path: '/api/trpc/run.stop' },
  );

describe('host', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:8080', '[::1]:3000', '127.0.0.1'])('%s is ours', (host) => {
    expect(ask({ host })).toBeUndefined();
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    'localhost.evil.example:3000',
    'localhost.',
    '',
    '0.0.0.0:3000',
    '127.0.0.1:3000@evil.example',
    'evil.example#127.0.0.1',
    '192.168.1.5:3000',
    '127.0.0.1:',
    '127.0.0.1:port',
  ])('"%s" is refused', (host) => {
    expect(ask({ host })).toBe(403);
  });

  it('a host given on the command line is ours as well, and no other is', () => {
    expect(ask({ host: 'lab.example:3000' }, { givenHost: 'lab.example' })).toBeUndefined();
    expect(ask({ host: '[fe80::1]:3000' }, { givenHost: 'fe80::1' })).toBeUndefined();
    expect(ask({ host: 'evil.example' }, { givenHost: 'lab.example' })).toBe(403);
    expect(ask({ host: here }, { givenHost: 'lab.example' })).toBeUndefined();
  });

  it('bound to every address, any address is ours and no foreign name is', () => {
    expect(ask({ host: '192.168.1.5:3000' }, { givenHost: '0.0.0.0' })).toBeUndefined();
    expect(ask({ host: '[fe80::1]:3000' }, { givenHost: '::' })).toBeUndefined();
    expect(ask({ host: 'evil.example:3000' }, { givenHost: '0.0.0.0' })).toBe(403);
  });
});

describe('origin', () => {
  it('our own is accepted, absent too', () => {
    expect(post({ origin: `http://${here}` })).toBeUndefined();
    expect(post()).toBeUndefined();
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:8080',
    'http://localhost:3000',
    'file://',
    'http://127.0.0.1:3000.evil.example',
  ])('%s is refused', (origin) => {
    expect(post({ origin })).toBe(403);
    expect(ask({ origin })).toBe(403);
  });
});

describe('another site', () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it('may link to a page', () => {
    expect(ask(link, { path: '/runs/7' })).toBeUndefined();
  });

  it.each(['/api/health', '/api/trpc/run.list', '/_next/static/chunk.js'])('may not open %s', (path) => {
    expect(ask(link, { path })).toBe(403);
  });

  it('may not frame, fetch or post', () => {
    expect(ask({ ...link, 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' })).toBe(403);
    expect(ask({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' })).toBe(403);
    expect(ask(link, { method: 'POST' })).toBe(403);
  });
});

it.each([
  '/',
  '/runs/1',
  '/api/trpc/run.list,run.get',
  '/api/files/neighbours/1.png',
  '/_next/static/chunks/%5Bturbopack%5D_a_0fb9-gq~_.js',
  '/_next/static/chunks/node_modules_%40swc_helpers.js',
])('the path %s is one of ours', (path) => {
  expect(ask({}, { path })).toBeUndefined();
});

it.each(['/_next/static/%2e%2e/x', '/_next/static/..%2fx', '/_next/static/%5c..', '/_next/static/../x', '/_next/%5B'])(
  'the path %s leads out of the chunks and is refused',
  (path) => {
    expect(ask({}, { path })).toBe(400);
  },
);

it.each(['/%', '/runs/%c0%ae', '/api/files/sample-grids/%zz'])('the malformed path %s is refused', (path) => {
  expect(ask({}, { path })).toBe(400);
});

describe('a change', () => {
  it('is refused unless it is JSON', () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      '',
    ]) {
      expect(post({ 'content-type': type })).toBe(415);
    }
    expect(post({ 'content-type': 'Application/JSON; charset=utf-8' })).toBeUndefined();
  });

  it('is refused in no-cors mode', () => {
    expect(post({ 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'same-origin' })).toBe(403);
  });

  it('says how long it is, and is not too long', () => {
    expect(post({ 'content-length': String(maxBodyBytes) })).toBeUndefined();
    expect(post({ 'content-length': String(maxBodyBytes + 1) })).toBe(413);
    expect(ask({ 'content-type': 'application/json' }, { method: 'POST' })).toBe(411);
    expect(post({ 'content-length': 'x' })).toBe(413);
  });

  it('comes by POST only', () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) expect(ask({}, { method })).toBe(405);
  });
});
