import type { Benchmark } from './benchmark.ts';
import { dashboard } from './dashboard.ts';
import { doctor } from './doctor.ts';
import { evaluation } from './evaluation.ts';
import { memory } from './memory.ts';
import { overhead } from './overhead.ts';
import { quality } from './quality/quality.ts';
import { slots } from './slots.ts';
import { store } from './store.ts';
import { sweep } from './sweep.ts';
import { train } from './train.ts';

/** All of them, in the order in which they run. */
export const benchmarks: readonly Benchmark[] = [
  train,
  overhead,
  evaluation,
  memory,
  store,
  dashboard,
  sweep,
  slots,
  quality,
  doctor,
];
