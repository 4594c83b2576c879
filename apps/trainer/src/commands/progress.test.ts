import { expect, test } from 'vitest';
import { fitLine, formatDuration, formatProgress } from './progress.ts';

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

test('the bar fills from left to right, and gives way to the words on a narrow terminal', () => {
  expect(fitLine(0, 'step', 80)).toBe(`[${'░'.repeat(20)}] step`);
  expect(fitLine(0.5, 'step', 80)).toBe(`[${'█'.repeat(10)}${'░'.repeat(10)}] step`);
  expect(fitLine(2, 'step', 80)).toBe(`[${'█'.repeat(20)}] step`);
  expect(fitLine(0.5, 'step', 14)).toBe('[███░░░] step');
  expect(fitLine(0.5, 'step', 11)).toBe('step');
  expect(fitLine(0.5, 'many words', 6)).toBe('many ');
});
