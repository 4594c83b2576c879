import { getPreset, type Series } from '@duality/shared';
import { expect, test } from 'vitest';
import { emptySeries } from '#charts/series.ts';
import { compareLoss, judge } from './loss-meaning.ts';

const series = (name: string, values: (number | null)[], every = 10): Series => ({
  ...emptySeries(name),
  steps: values.map((_, at) => every * (at + 1)),
  values,
});
const { config: wasserstein } = getPreset('wgan-gp-ring');
const { config: plain } = getPreset('gan-ring');
const falling = [9, 8, 7, 6, 5, 4, 3, 2, 1];

function verdict(loss: (number | null)[], quality: (number | null)[]) {
  const meaning = compareLoss([series('eval.criticEstimate', loss), series('eval.w1', quality)], wasserstein);
  return meaning && judge(meaning, 'critic estimate');
}

test('an estimate that falls with the distance means something, one that rises misleads', () => {
  expect(verdict(falling, falling)).toEqual({
    verdict: 'means',
    sentence: 'Yes: a falling critic estimate went with better samples: ρ 1.00 [1.00, 1.00], 9 evaluations.',
  });
  expect(verdict(falling, [2, 1, 3, 4, 5, 6, 7, 8, 9])).toMatchObject({
    verdict: 'misleads',
    sentence: expect.stringMatching(/^No: .* worse samples: ρ −0\.98 \[−1\.00, −0\.89\]/),
  });
});

test('nothing is said of few evaluations, of noise, and of what never changes', () => {
  expect(verdict(falling.slice(0, 7), falling.slice(0, 7))?.sentence).toBe(
    'Too few to tell: 7 evaluations so far, and 8 are the least.',
  );
  expect(verdict(falling, [1, 5, 2, 4, 3, 6, 2.5, 1.5, 5.5])).toMatchObject({
    verdict: 'open',
    sentence: expect.stringMatching(/^Cannot tell from this run: ρ/),
  });
  expect(
    verdict(
      falling,
      falling.map(() => 1),
    )?.sentence,
  ).toBe('Cannot tell: one of the two never changed.');
});

test('an evaluation that lacks one of the two is left out', () => {
  const meaning = compareLoss(
    [series('eval.criticEstimate', [1, null, 3]), series('eval.fid', [4, 5, 6, 7])],
    wasserstein,
  );
  expect(meaning?.points).toEqual([
    { step: 10, loss: 1, quality: 4 },
    { step: 30, loss: 3, quality: 6 },
  ]);
});

test('where there is no distance to estimate it is the generator’s loss, averaged since the evaluation before', () => {
  const loss = series('generatorLoss', [1, 3, 5, null, 7, 9], 5);
  expect(compareLoss([loss, series('eval.w1', [2, 1, 0])], plain)).toMatchObject({
    loss: 'generatorLoss',
    points: [
      { step: 10, loss: 2 },
      { step: 20, loss: 5 },
      { step: 30, loss: 8 },
    ],
  });
});

test('there is no question where nothing measures samples', () => {
  expect(compareLoss([series('eval.criticEstimate', falling)], wasserstein)).toBeUndefined();
});
