import { expect, test } from 'vitest';
import { formatAgo, formatDuration } from './duration.ts';

test('a duration shows its two largest units', () => {
  expect([0, 45_000, 200_000, 7_500_000, 349_200_000].map(formatDuration)).toEqual([
    '0 s',
    '45 s',
    '3 min 20 s',
    '2 h 5 min',
    '4 d 1 h',
  ]);
  expect(formatDuration(120_000)).toBe('2 min');
});

test('how long ago is said in one unit', () => {
  expect([3000, 59_000, 61_000, 7_200_000, 200_000_000].map(formatAgo)).toEqual([
    'just now',
    '59 s ago',
    '1 min ago',
    '2 h ago',
    '2 d ago',
  ]);
});
