import { expect, test } from 'vitest';
import { cacheFolder } from './paths.js';

test.each([
  ['linux', {}, '/home/a/.cache/duality'],
  ['linux', { XDG_CACHE_HOME: '/big' }, '/big/duality'],
  ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/a/.cache/duality'],
  ['linux', { XDG_CACHE_HOME: '/big', DUALITY_CACHE: '/mine' }, '/mine'],
  ['darwin', {}, '/home/a/Library/Caches/duality'],
])('on %s with %o the cache is %s', (platform, env, expected) => {
  expect(cacheFolder(env, platform, '/home/a')).toBe(expected);
});
