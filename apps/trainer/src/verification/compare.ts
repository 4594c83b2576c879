import type * as tf from '@tensorflow/tfjs-core';
import type { OneStep, TensorData, Tensors } from './reference-case.ts';

/** One number or tensor against its reference. */
export interface Comparison {
  what: string;
  kind: 'loss' | 'gradient' | 'weights' | 'value';
  /** Share of what is allowed: above 1 fails. */
  share: number;
  /** As the tolerances count it: relative for gradients and trajectories, absolute otherwise. */
  error: number;
  allowed: number;
}

type Optimiser = OneStep['optimizers']['critic'];

const compare = (kind: Comparison['kind'], what: string, error: number, allowed: number): Comparison => ({
  what,
  kind,
  error,
  allowed,
  share: Number.isFinite(error) ? error / allowed : Number.POSITIVE_INFINITY,
});

export const compareLoss = (
  what: string,
  value: number,
  reference: number,
  { lossAbs, lossRel }: { lossAbs: number; lossRel: number },
): Comparison => compare('loss', what, Math.abs(value - reference), Math.max(lossAbs, lossRel * Math.abs(reference)));

/** Intermediate values and moving statistics: 1e-5 · max(1, |reference|) each. */
export function compareValues(what: string, values: ArrayLike<number>, { data }: TensorData): Comparison {
  const errors = data.map((value, i) => Math.abs((values[i] as number) - value) / Math.max(1, Math.abs(value)));
  return compare('value', what, largest(errors), 1e-5);
}

/** ‖g − reference‖ against the tensor's own norm, or 0.01 of the largest norm in its network. */
export function compareGradients(
  network: string,
  gradients: Record<string, tf.TypedArray>,
  references: Tensors,
  gradientRel: number,
): Comparison[] {
  const steepest = Math.max(...Object.values(references).map(({ data }) => norm(data)));
  return Object.entries(references).map(([name, reference]) => {
    const scale = Math.max(norm(reference.data), 0.01 * steepest);
    const away = norm(difference(gradients[name] ?? [], reference));
    return compare('gradient', `${network} ${name}`, scale === 0 ? away : away / scale, gradientRel);
  });
}

interface StepRules {
  stepAbs: number;
  stepRel: number;
  optimiser: Optimiser;
  start: Tensors;
  gradients: Tensors;
}

/** Weights after one update. Entries whose reference gradient is only rounding may be off by two full steps. */
export function compareStep(
  network: string,
  weights: Record<string, ArrayLike<number>>,
  references: Tensors,
  { stepAbs, stepRel, optimiser, start, gradients }: StepRules,
): Comparison[] {
  const steepest = Math.max(...Object.values(gradients).map(({ data }) => largest(data)));
  const { learningRate } = optimiser;
  const fullStep = optimiser.type === 'rmsprop' ? learningRate / Math.sqrt(1 - optimiser.rho) : learningRate;
  return Object.entries(references).map(([name, { data }]) => {
    const gradient = gradients[name]?.data ?? [];
    const steepestHere = largest(gradient);
    let worst = compare('weights', `${network} ${name}`, 0, 1);
    for (const [i, value] of data.entries()) {
      const isRounding =
        Math.abs(gradient[i] as number) < 1e-4 * steepestHere || gradient[i] === 0 || steepestHere < 1e-7 * steepest;
      const moved = Math.abs(value - (start[name]?.data[i] as number));
      const usual = stepAbs + stepRel * moved;
      const allowed = isRounding && optimiser.type !== 'sgd' ? Math.max(usual, 2 * fullStep) : usual;
      const found = compare('weights', worst.what, Math.abs((weights[name]?.[i] as number) - value), allowed);
      if (!(found.share <= worst.share)) worst = found;
    }
    return worst;
  });
}

/** Over all weights of a network together: ‖w − reference‖ / ‖reference − start‖. */
export function compareJourney(
  network: string,
  weights: Record<string, ArrayLike<number>>,
  references: Tensors,
  start: Tensors,
  updateRel: number,
): Comparison {
  const entries = Object.entries(references);
  const away = norm(entries.map(([name, reference]) => norm(difference(weights[name] ?? [], reference))));
  const way = norm(entries.map(([name, reference]) => norm(difference(start[name]?.data ?? [], reference))));
  return compare('weights', network, away / way, updateRel);
}

const difference = (values: ArrayLike<number>, { data }: TensorData) =>
  data.map((value, i) => (values[i] as number) - value);
const norm = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
/** NaN where one of them is, so that it cannot pass. */
const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
