import { normals, uniforms } from '@duality/shared';
import { generate } from './generated.ts';
import type { DataRequest, Dataset } from './sample-set.ts';

/** Standard deviation before the division. */
const noise = 0.25;
const divisor = 7.5;

/** The roll of WGAN-GP's toy experiments (1704.00028): scikit-learn's make_swiss_roll seen along its axis, ÷ 7.5. */
export const loadSwissRoll = ({ seed }: Pick<DataRequest, 'seed'>): Dataset =>
  generate('swiss roll', seed, (count, part) => {
    const along = uniforms(part(0), count);
    const values = normals(part(1), count * 2);
    for (const [i, u] of along.entries()) {
      const t = 1.5 * Math.PI * (1 + 2 * u);
      values[2 * i] = (t * Math.cos(t) + noise * (values[2 * i] as number)) / divisor;
      values[2 * i + 1] = (t * Math.sin(t) + noise * (values[2 * i + 1] as number)) / divisor;
    }
    return { count, shape: [2], values };
  });
