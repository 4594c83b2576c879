import { expect, test } from 'vitest';
import { newestUsed } from './newest-used.ts';

test('what was used longest ago goes first, and is let go of', () => {
  const gone: string[] = [];
  const kept = newestUsed<number, string>(10, (value) => gone.push(value));
  kept.set(1, 'a', 4);
  kept.set(2, 'b', 4);
  kept.get(1);
  kept.set(3, 'c', 4);
  expect(gone).toEqual(['b']);
  expect([1, 2, 3].map(kept.has)).toEqual([true, false, true]);
});

test('what is too large on its own is still there until the next', () => {
  const kept = newestUsed<number, string>(10, () => {});
  kept.set(1, 'huge', 99);
  expect(kept.get(1)).toBe('huge');
  kept.set(2, 'small', 1);
  expect([kept.has(1), kept.has(2)]).toEqual([false, true]);
});

test('a key that is set again counts once', () => {
  const kept = newestUsed<number, string>(10, () => {});
  kept.set(1, 'a', 6);
  kept.set(1, 'b', 6);
  kept.set(2, 'c', 4);
  expect([kept.get(1), kept.get(2)]).toEqual(['b', 'c']);
});
