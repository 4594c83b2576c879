import type { RunConfig } from '@duality/shared';

/** A horizontal line that tells what a curve ought to do. */
export interface ReadingAid {
  value: number;
  label: string;
  /** Whether the axis makes room for it; otherwise it is drawn only where it comes into view. */
  isAlwaysInView: boolean;
}

export function readingAids(metric: string, { system, dataset }: Pick<RunConfig, 'system' | 'dataset'>): ReadingAid[] {
  if (system !== 'wgan-gp') return [];
  if (metric === 'gradientNorm') return [{ value: 1, label: '1-Lipschitz: slope 1', isAlwaysInView: true }];
  if (metric.endsWith('criticEstimate') && dataset === 'mnist') {
    return [{ value: boxBound(28 * 28), label: 'bound 56: diameter of the image box', isAlwaysInView: false }];
  }
  return [];
}

/** No two images with pixels in [-1, 1] are further apart, so no 1-Lipschitz critic can tell them apart by more. */
const boxBound = (pixels: number) => 2 * Math.sqrt(pixels);
