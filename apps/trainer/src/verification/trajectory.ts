import * as tf from '@tensorflow/tfjs-core';
import { minimise } from '../gan/minimise.ts';
import { type Comparison, compareJourney, compareLoss } from './compare.ts';
import { readAll, readScalars } from './read-values.ts';
import type { Trajectory } from './reference-case.ts';
import { createSituation, termsOf } from './situation.ts';

/** Several updates of both networks: the losses before each, and where the weights end. */
export async function verifyTrajectory(reference: Trajectory): Promise<Comparison[]> {
  const { inputs, expected, tolerance, weights } = reference;
  const situation = createSituation(reference);
  const { critic, generator, average, optimisers } = situation;
  const comparisons: Comparison[] = [];
  const check = (what: string, found: Record<string, number>, wanted: Record<string, number>) => {
    for (const [name, value] of Object.entries(wanted)) {
      comparisons.push(compareLoss(`${what} ${name}`, found[name] ?? Number.NaN, value, tolerance));
    }
  };
  try {
    let update = 0;
    for (const [i, step] of inputs.steps.entries()) {
      for (const [j, batch] of step.critic.entries()) {
        update++;
        const losses = await readScalars(() => {
          const before = termsOf(situation.criticStep(batch));
          minimise(
            () => situation.criticStep(batch).losses.criticLoss,
            Object.values(critic.trainable),
            optimisers.critic,
            tf.tensor1d(optimisers.critic.factorsOf(update)),
          );
          situation.clip();
          return before;
        });
        check(`step ${i + 1} critic ${j + 1}`, losses, expected.steps[i]?.critic[j] ?? {});
      }
      const losses = await readScalars(() => {
        const before = situation.generatorStep(step.generator);
        minimise(
          () => situation.generatorStep(step.generator).generatorLoss,
          Object.values(generator.trainable),
          optimisers.generator,
          tf.tensor1d(optimisers.generator.factorsOf(i + 1)),
        );
        situation.follow();
        return before;
      });
      check(`step ${i + 1} generator`, losses, expected.steps[i]?.generator ?? {});
    }
    const read = (variables: Record<string, tf.Variable>) =>
      readAll(() =>
        Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, tf.clone(variable)])),
      );
    const { finalWeights, emaWeights } = expected;
    const journey = { start: weights, updateRel: tolerance.updateRel };
    comparisons.push(
      compareJourney(
        'critic',
        await read(critic.trainable),
        finalWeights.critic,
        journey.start.critic,
        journey.updateRel,
      ),
      compareJourney(
        'generator',
        await read(generator.trainable),
        finalWeights.generator,
        journey.start.generator,
        journey.updateRel,
      ),
    );
    if (emaWeights) {
      comparisons.push(
        compareJourney(
          'moving average',
          await read(average.trainable),
          emaWeights,
          weights.generator,
          tolerance.updateRel,
        ),
      );
    }
    return comparisons;
  } finally {
    situation.dispose();
  }
}
