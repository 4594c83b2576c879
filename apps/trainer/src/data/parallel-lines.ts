import { uniforms } from '@duality/shared';
import { generate } from './generated.ts';
import type { DataRequest, Dataset } from './sample-set.ts';

/** How far the line of the data is from the line x = 0 that a generator starts on (1701.07875, example 1). */
const theta = 1;

/** The real one of two parallel lines: (θ, u) with u uniform in [0, 1). */
export const loadParallelLines = ({ seed }: Pick<DataRequest, 'seed'>): Dataset =>
  generate('parallel lines', seed, (count, part) => {
    const values = new Float32Array(count * 2);
    for (const [i, u] of uniforms(part(0), count).entries()) values.set([theta, u], 2 * i);
    return { count, shape: [2], values };
  });
