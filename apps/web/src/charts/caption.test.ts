import { expect, test } from 'vitest';
import { describeDrawing } from './caption.ts';
import { emptySeries } from './series.ts';

const base = { ...emptySeries('criticLoss'), values: [], lows: [], highs: [] };

test('a caption says what is drawn', () => {
  expect(describeDrawing(base)).toBe('nothing logged yet');
  expect(describeDrawing({ ...base, steps: [1, 2, 3] })).toBe('exact, 3 points');
  const thousand = Array.from({ length: 1000 }, (_, i) => (i + 1) * 100);
  expect(describeDrawing({ ...base, bucketSteps: 100, steps: thousand })).toBe(
    'min–max of 100,000 steps in 1,000 buckets',
  );
});

test('and what is not', () => {
  const series = { ...base, steps: [1], nonFinite: [{ step: 1, kind: 'nan' as const }] };
  expect(describeDrawing(series, 4)).toBe('exact, 1 point · 1 not finite · 4 outside the view');
});
