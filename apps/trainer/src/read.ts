import * as tf from '@tensorflow/tfjs-core';
import type { Losses } from './gan/losses-of-step.ts';

/** The only read from the device: all scalars at once, which are disposed. */
export async function read(losses: Losses): Promise<Record<string, number>> {
  const scalars = Object.values(losses);
  const together = tf.stack(scalars);
  const values = await together.data();
  tf.dispose([together, ...scalars]);
  return Object.fromEntries(Object.keys(losses).map((name, i) => [name, values[i] as number]));
}
