import { isSampleStep, type RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createBatches } from './data/batches.ts';
import type { Dataset } from './data/sample-set.ts';
import { DivergedError } from './diverged-error.ts';
import type { Gan } from './gan/gan.ts';
import type { Losses } from './gan/losses-of-step.ts';
import { read } from './read.ts';

/** What one step brought. `samples` belong to the loop and are gone when it goes on. */
export interface TrainedStep {
  step: number;
  values: Record<string, number>;
  /** Of the fixed noise, at sample steps: [count, height, width, channels] in [-1, 1], or [count, coordinates]. */
  samples?: tf.Tensor;
  isCheckpoint: boolean;
}

/**
 * Trains from `firstStep` to the config's last and yields each step; what becomes of it is up to the caller, who has the
 * networks as they are then until it asks for the next. After a step whose losses are not finite it throws a
 * DivergedError.
 */
export async function* train(config: RunConfig, gan: Gan, data: Dataset, firstStep = 1): AsyncGenerator<TrainedStep> {
  const { seed, steps, criticSteps, sampleEvery, checkpointEvery } = config;
  const batchSize = config.batchSize * config.packing;
  const nextBatch = createBatches(data.train, { seed, batchSize, range: gan.pixelRange });
  for (let step = firstStep; step <= steps; step++) {
    const startedAt = performance.now();
    let losses: Losses = {};
    let real = nextBatch((step - 1) * criticSteps + 1);
    for (let i = 1; i <= criticSteps; i++) {
      tf.dispose(losses); // the last critic update of the step is reported
      const update = (step - 1) * criticSteps + i;
      if (i > 1) {
        real.samples.dispose();
        real = nextBatch(update);
      }
      losses = gan.trainCritic(real, update);
    }
    const values = await read({ ...losses, ...gan.trainGenerator(real, step) });
    real.samples.dispose();
    values.stepMs = performance.now() - startedAt;

    const divergence = findDivergence(step, values);
    if (divergence) {
      yield { step, values, isCheckpoint: false };
      throw new DivergedError(divergence);
    }
    const isCheckpoint = step % checkpointEvery === 0 || step === steps;
    if (isSampleStep(step, sampleEvery, steps)) {
      const samples = gan.sample(step);
      yield { step, values, samples, isCheckpoint };
      samples.dispose();
    } else {
      yield { step, values, isCheckpoint };
    }
  }
}

function findDivergence(step: number, { criticLoss, generatorLoss }: Record<string, number>): string | undefined {
  if (Number.isFinite(criticLoss) && Number.isFinite(generatorLoss)) return undefined;
  return `diverged: the losses are no longer finite at step ${step} (critic ${criticLoss}, generator ${generatorLoss})`;
}
