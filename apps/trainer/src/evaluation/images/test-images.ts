import { randomStream, uniforms } from '@duality/shared';
import type { SampleSet } from '../../data/sample-set.ts';

const side = 12;

/** Labelled images, [12, 12, 1] each, for tests: bars across, bars along and plain grey, with noise. */
export function barImages(count: number, counter: number): SampleSet {
  const noise = uniforms({ seed: 5, stream: randomStream.dataset, counter }, count * side * side);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 3);
  const values = Uint8Array.from(noise, (n, i) => {
    const label = labels[Math.floor(i / side ** 2)] as number;
    const bar = [Math.floor(i / side) % 4, i % 4, 2][label] as number;
    return Math.max(0, Math.min(255, 60 + 45 * bar + 70 * (n - 0.5)));
  });
  return { count, shape: [side, side, 1], values, labels };
}
