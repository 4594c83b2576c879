import { configure, getPreset } from '@duality/shared';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../engine/test-engine.ts';
import { sharedCounts } from './mistakes.ts';
import { createParts } from './parts.ts';

beforeAll(startTestEngine);

test('one optimiser for both networks counts the updates of both, in the order in which they are made', () => {
  const { critic, generator } = sharedCounts(3);
  const order = [1, 2].flatMap((step) => [...[1, 2, 3].map((i) => critic(3 * (step - 1) + i)), generator(step)]);
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('shared as printed, a rate that decays falls by the updates of both networks; without decay nothing changes', () => {
  const ratesOf = (learningRateDecay: number, asPrinted: boolean) => {
    const config = configure(getPreset('atienza-wgan'), { learningRateDecay, asPrinted, criticSteps: 2, batchSize: 1 });
    const { criticOptimiser, generatorOptimiser } = createParts(config, { shape: [28, 28, 1] }, 0);
    const rates = [criticOptimiser.factorsOf(5)[0], generatorOptimiser.factorsOf(2)[0]];
    for (const optimiser of [criticOptimiser, generatorOptimiser]) optimiser.dispose();
    return rates;
  };
  // Two critic steps are four updates as printed: number 5 comes after one of the generator, whose second is the tenth.
  expect(ratesOf(1, true)).toEqual([Math.fround(5e-5 / 6), Math.fround(5e-5 / 10)]);
  expect(ratesOf(1, false)).toEqual([Math.fround(5e-5 / 5), Math.fround(5e-5 / 2)]);
  expect(ratesOf(0, true)).toEqual(ratesOf(0, false));
});
