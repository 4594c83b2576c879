import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedBackend } from './backend.ts';

const require = createRequire(import.meta.url);

/** Plain JavaScript: slow, and the independent check of the other engines. */
export async function loadCpu(): Promise<LoadedBackend> {
  loadGradients();
  return { version: tf.version_core, device: 'one thread, JavaScript' };
}

/** First-order gradients come with the union package only; it brings the cpu backend along. */
export const loadGradients = () => void require('@tensorflow/tfjs');
