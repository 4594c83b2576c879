import { normals, uniforms } from '@duality/shared';
import { generate, type PartDraw } from './generated.ts';
import type { DataRequest, Dataset, SampleSet } from './sample-set.ts';

/** Equally likely normal distributions of one spread. */
export interface Mixture {
  /** [modes][dimensions]. */
  centres: readonly (readonly number[])[];
  /** Standard deviation along each axis. */
  sigma: number;
}

const steps = [-4, -2, 0, 2, 4];

/** Ring and grid of PacGAN's protocol (1712.04086), and two normals on a line. */
export const mixtures = {
  ring: {
    centres: Array.from({ length: 8 }, (_, k) => [Math.cos((k * Math.PI) / 4), Math.sin((k * Math.PI) / 4)]),
    sigma: 0.01,
  },
  grid: { centres: steps.flatMap((x) => steps.map((y) => [x, y])), sigma: 0.05 },
  normals: { centres: [[-2], [2]], sigma: 0.5 },
} as const satisfies Record<string, Mixture>;

/** Points of a mixture; the label of each is the mode that it was drawn from. */
export function loadMixture({ dataset, seed }: Pick<DataRequest, 'dataset' | 'seed'>): Dataset {
  const mixture: Mixture = mixtures[dataset as keyof typeof mixtures];
  return {
    ...generate(dataset, seed, (count, part) => draw(mixture, count, part)),
    classes: mixture.centres.length,
  };
}

function draw({ centres, sigma }: Mixture, count: number, part: PartDraw): SampleSet {
  const dimensions = centres[0]?.length ?? 0;
  const labels = Uint8Array.from(uniforms(part(0), count), (u) => Math.floor(u * centres.length));
  const values = normals(part(1), count * dimensions);
  for (let i = 0; i < values.length; i++) {
    const centre = centres[labels[Math.floor(i / dimensions)] as number] as readonly number[];
    values[i] = (centre[i % dimensions] as number) + sigma * (values[i] as number);
  }
  return { count, shape: [dimensions], values, labels };
}
