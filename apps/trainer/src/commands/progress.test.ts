import { expect, test } from 'vitest';
import { drawBar, formatDuration, formatProgress } from './progress.ts';

test('progress says how far, how fast, how long and how good', () => {
  expect(formatProgress(50, 200, 5, Math.PI)).toBe('step 50/200 · 5.0 steps/s · 30 s left · critic estimate 3.142');
});

test.each([
  [0.4, '0 s'],
  [59.7, '1 min 0 s'],
  [3725, '1 h 2 min'],
  [Number.POSITIVE_INFINITY, '?'],
])('%d seconds read %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('the bar fills from left to right', () => {
  expect(drawBar(0)).toBe(`[${'░'.repeat(20)}]`);
  expect(drawBar(0.5)).toBe(`[${'█'.repeat(10)}${'░'.repeat(10)}]`);
  expect(drawBar(2)).toBe(`[${'█'.repeat(20)}]`);
});
