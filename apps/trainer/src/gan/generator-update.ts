import { randomStream } from '@duality/shared';
import type * as tf from '@tensorflow/tfjs-core';
import { compile } from '../engine/compile.ts';
import { followWeights } from './ema.ts';
import { computeGeneratorStep, type Losses } from './losses-of-step.ts';
import { minimise } from './minimise.ts';
import { pack } from './packing.ts';
import { keepAll, type Parts } from './parts.ts';

const odd = (step: number) => 2 * step + 1;

/** One update of the generator, compiled: (number from 1, the real samples that the critic saw last) → the loss before it. */
export function createGeneratorUpdate(parts: Parts) {
  const { config, system, mistakes, pair, generator, critic, average, generatorOptimiser: optimiser, count } = parts;
  const weights = Object.values(generator.trainable);
  return compile((fresh, real: tf.Tensor): Losses => {
    const draws = parts.drawFrom(fresh);
    const fakeLabels = draws.labels(odd, count);
    const z = mistakes.has('shared-fakes')
      ? draws.noise(randomStream.criticNoise, (step) => step * config.criticSteps, count, fakeLabels)
      : draws.noise(randomStream.generatorNoise, (step) => step, count, fakeLabels);
    const uniforms = draws.dropout(odd);
    const score = (x: tf.Tensor, featureLayer?: string) =>
      critic.forward(x, { training: true, uniforms }, featureLayer);
    const others = {
      ...(fakeLabels && { fakeLabels }),
      ...(config.generatorLoss === 'feature-matching' && {
        matching: { real: pack(real, config.packing), featureLayer: pair.featureLayer },
      }),
    };
    const loss = () => computeGeneratorStep(system, score, { fake: parts.generate(z), ...others }).generatorLoss;
    const generatorLoss = minimise(loss, weights, optimiser, fresh(optimiser.factorsOf));
    if (average !== generator) followWeights(average, generator, config.emaDecay);
    return keepAll({ generatorLoss });
  });
}
