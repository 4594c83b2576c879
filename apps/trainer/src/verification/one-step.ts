import * as tf from '@tensorflow/tfjs-core';
import { differentiate } from '../gan/minimise.ts';
import type { Network } from '../gan/networks/network.ts';
import { type Comparison, compareGradients, compareLoss, compareStep, compareValues } from './compare.ts';
import { readAll, readScalars } from './read-values.ts';
import type { OneStep, Tensors } from './reference-case.ts';
import { createSituation, type Situation, termsOf, type Which } from './situation.ts';

/** Every number of a one-step case: both networks' losses, gradients and update, taken at the weights as given. */
export async function verifyOneStep(reference: OneStep): Promise<Comparison[]> {
  return [
    ...(await withSituation(reference, (situation) => verifyLosses(reference, situation))),
    ...(await withSituation(reference, (situation) => verifyMoving(reference, situation))),
    ...(await withSituation(reference, (situation) => verifyUpdate(reference, situation, 'critic'))),
    ...(await withSituation(reference, (situation) => verifyUpdate(reference, situation, 'generator'))),
  ];
}

async function withSituation<T>(reference: OneStep, use: (situation: Situation) => Promise<T>): Promise<T> {
  const situation = createSituation(reference);
  try {
    return await use(situation);
  } finally {
    situation.dispose();
  }
}

async function verifyLosses({ inputs, expected, tolerance }: OneStep, situation: Situation): Promise<Comparison[]> {
  // Before any training pass moves the statistics.
  const inference = await readAll(() => ({ fakeInference: situation.generate(inputs, { training: false }) }));
  const intermediate = await readAll(() => {
    const { real, fake, penalised } = situation.criticStep(inputs);
    return {
      fake: situation.generate(inputs),
      realScores: real.output,
      fakeScores: fake.output,
      ...(penalised && { interpolates: penalised.points, gradientNorms: penalised.norms }),
      ...(real.classLogits && { realClassLogits: real.classLogits }),
      ...(fake.classLogits && { fakeClassLogits: fake.classLogits }),
    };
  });
  // Apart, since both networks have terms of the same name.
  const losses = {
    critic: await readScalars(() => termsOf(situation.criticStep(inputs))),
    generator: await readScalars(() => situation.generatorStep(inputs)),
  };
  const found: typeof intermediate = { ...intermediate, ...inference };
  return [
    ...(['critic', 'generator'] as const).flatMap((which) =>
      Object.entries(expected[which].losses).map(([name, value]) =>
        compareLoss(`${which} ${name}`, losses[which][name] ?? Number.NaN, value, tolerance),
      ),
    ),
    ...Object.entries(expected.intermediate).map(([name, value]) => compareValues(name, found[name] ?? [], value)),
  ];
}

/** The generator's moving statistics after exactly one training-mode pass of z. */
async function verifyMoving({ inputs, expected }: OneStep, { generator, generate }: Situation): Promise<Comparison[]> {
  const wanted = expected.generator.movingStatisticsAfterOneForward ?? {};
  tf.tidy(() => void generate(inputs));
  const moved = await readAll(() => tf.tidy(() => copies(generator.weights)));
  return Object.entries(wanted).map(([name, value]) => compareValues(`generator ${name}`, moved[name] ?? [], value));
}

async function verifyUpdate(reference: OneStep, situation: Situation, which: Which): Promise<Comparison[]> {
  const { inputs, expected, tolerance, optimizers, weights } = reference;
  const network = situation[which];
  const variables = Object.values(network.trainable);
  const loss = () =>
    which === 'critic' ? situation.criticStep(inputs).losses.criticLoss : situation.generatorStep(inputs).generatorLoss;
  const gradients = await readAll(() => {
    const { gradients: found } = differentiate(loss, variables);
    const optimiser = situation.optimisers[which];
    optimiser.apply(found, tf.tensor1d(optimiser.factorsOf(1)));
    return Object.fromEntries(Object.keys(network.trainable).map((name, i) => [name, found[i] as tf.Tensor]));
  });
  const { gradients: wanted, weightsAfterStep, weightsAfterClip } = expected[which];
  const rules = {
    stepAbs: tolerance.stepAbs[which],
    stepRel: tolerance.stepRel,
    optimiser: optimizers[which],
    start: weights[which],
    gradients: wanted,
  };
  const step = async (references: Tensors) => compareStep(which, await weightsOf(network), references, rules);
  const comparisons = compareGradients(which, gradients, wanted, tolerance.gradientRel);
  comparisons.push(...(await step(weightsAfterStep)));
  if (weightsAfterClip) {
    situation.clip();
    comparisons.push(...(await step(weightsAfterClip)));
  }
  return comparisons;
}

const weightsOf = (network: Network) => readAll(() => tf.tidy(() => copies(network.trainable)));

const copies = (variables: Record<string, tf.Variable>) =>
  Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, tf.clone(variable)]));
