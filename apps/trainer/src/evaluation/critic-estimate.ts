import type { Estimate } from '@duality/shared';
import { bootstrap, mean, meanAt } from './bootstrap.ts';

/** Mean critic score of held-out minus that of generated samples, from the scores of both. */
export function estimateFromScores(real: ArrayLike<number>, fake: ArrayLike<number>, counter: number): Estimate {
  return bootstrap(
    mean(real) - mean(fake),
    counter,
    (resample) => meanAt(real, resample(real.length)) - meanAt(fake, resample(fake.length)),
  );
}
