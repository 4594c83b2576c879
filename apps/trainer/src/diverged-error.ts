import { ExplainedError } from '@duality/shared';

/** A loss or a weight is no longer a finite number; the message begins with `diverged`. */
export class DivergedError extends ExplainedError {
  override name = 'DivergedError';
}
