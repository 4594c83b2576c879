import type { Estimate, EvaluationDetail } from '@duality/shared';
import type { Drawn } from './drawn.ts';

interface Measured {
  /** By the names of the metrics. */
  estimates: Record<string, Estimate>;
  detail: EvaluationDetail;
  /** PNG of samples over their nearest training images. */
  neighbours?: Uint8Array | undefined;
}

/** Knows the real samples and measures generated ones against them. */
export interface Judge {
  /** What training samples score against held-out ones by the same measures. */
  floors: Record<string, Estimate>;
  measure: (drawn: Drawn) => Measured | Promise<Measured>;
}
