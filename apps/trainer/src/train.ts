import { ExplainedError, isSampleStep, type RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createBatches, heldOutBatch } from './data/dataset.ts';
import type { Dataset } from './data/image-set.ts';
import type { Gan } from './gan/gan.ts';
import type { Losses } from './gan/system.ts';

export const gridImages = 64;
const heldOutImages = 512;

/** What one step brought. `images` belong to the loop and are gone when it goes on. */
export interface TrainedStep {
  step: number;
  values: Record<string, number>;
  /** [gridImages, height, width, channels] in [-1, 1], at sample steps. */
  images?: tf.Tensor4D;
  isCheckpoint: boolean;
}

/** A loss is no longer a finite number; the step's metrics were yielded before. */
export class DivergedError extends ExplainedError {}

/** Trains from `firstStep` to the config's last and yields each step; what becomes of it is up to the caller. */
export async function* train(config: RunConfig, gan: Gan, data: Dataset, firstStep = 1): AsyncGenerator<TrainedStep> {
  const { steps, criticSteps, evaluateEvery, sampleEvery, checkpointEvery } = config;
  const nextBatch = createBatches(data, config);
  const heldOut = heldOutBatch(data, heldOutImages);
  try {
    for (let step = firstStep; step <= steps; step++) {
      const startedAt = performance.now();
      let losses: Losses = {};
      for (let i = 1; i <= criticSteps; i++) {
        tf.dispose(losses); // the last critic update of the step is reported
        const update = (step - 1) * criticSteps + i;
        const real = nextBatch(update);
        losses = gan.trainCritic(real, update);
        real.dispose();
      }
      const values = await read({ ...losses, ...gan.trainGenerator(step) });
      values.stepMs = performance.now() - startedAt;
      if (evaluateEvery > 0 && step % evaluateEvery === 0) Object.assign(values, await read(gan.evaluate(heldOut)));

      const divergence = findDivergence(step, values);
      if (divergence) {
        yield { step, values, isCheckpoint: false };
        throw new DivergedError(divergence);
      }
      const isCheckpoint = step % checkpointEvery === 0 || step === steps;
      if (isSampleStep(step, sampleEvery, steps)) {
        const images = gan.sample(gridImages);
        yield { step, values, images, isCheckpoint };
        images.dispose();
      } else {
        yield { step, values, isCheckpoint };
      }
    }
  } finally {
    heldOut.dispose(); // also when the caller stops early
  }
}

/** The only read from the device: all scalars at once. */
async function read(losses: Losses): Promise<Record<string, number>> {
  const scalars = Object.values(losses);
  const together = tf.stack(scalars);
  const values = await together.data();
  tf.dispose([together, ...scalars]);
  return Object.fromEntries(Object.keys(losses).map((name, i) => [name, values[i] as number]));
}

function findDivergence(step: number, { criticLoss, generatorLoss }: Record<string, number>): string | undefined {
  if (Number.isFinite(criticLoss) && Number.isFinite(generatorLoss)) return undefined;
  return `diverged: the losses are no longer finite at step ${step} (critic ${criticLoss}, generator ${generatorLoss})`;
}
