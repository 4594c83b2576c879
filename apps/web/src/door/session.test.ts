import { expect, it } from 'vitest';
import { createSessions } from './session.ts';

const key = 'a'.repeat(43);
const sessions = createSessions(key, 3000);
const cookieOf = (setCookie: string) => setCookie.split(';')[0] as string;
const isTrusted = (user: string, cookie?: string, authorization?: string, at = sessions) =>
  at.isTrusted(user, { cookie, authorization });

it('a session is for scripts of no kind, for no other site, and for a while', () => {
  expect(sessions.cookieFor('1000')).toMatch(
    /^duality-3000=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
  );
  expect(sessions.cookieFor('1000')).not.toContain(key);
});

it('serves the user it was given to, among other cookies, and no one else', () => {
  const cookie = cookieOf(sessions.cookieFor('1000'));
  expect(isTrusted('1000', `theme=dark; ${cookie}; x=y`)).toBe(true);
  expect(isTrusted('1001', cookie)).toBe(false);
  expect(isTrusted('', cookie)).toBe(false);
  expect(isTrusted('1000', `x${cookie}`)).toBe(false);
  expect(isTrusted('1000', cookie.slice(0, -1))).toBe(false);
  expect(isTrusted('1000')).toBe(false);
});

it('is worth nothing at another store or port', () => {
  const cookie = cookieOf(sessions.cookieFor('1000'));
  expect(isTrusted('1000', cookie, undefined, createSessions('b'.repeat(43), 3000))).toBe(false);
  expect(isTrusted('1000', cookie, undefined, createSessions(key, 3001))).toBe(false);
});

it('the key itself serves anyone', () => {
  expect(isTrusted('', undefined, `Bearer ${key}`)).toBe(true);
  expect(isTrusted('', undefined, `bearer ${key}`)).toBe(true);
  for (const wrong of [key, `Bearer ${key}x`, `Bearer ${'b'.repeat(43)}`, 'Bearer ', `Basic ${key}`]) {
    expect(isTrusted('1000', undefined, wrong), wrong).toBe(false);
  }
  expect(sessions.isKey(key)).toBe(true);
  expect(sessions.isKey('')).toBe(false);
});
