import { load } from './load/clients.ts';
import { day } from './load/day.ts';
import { workers } from './load/workers.ts';
import type { Target } from './target.ts';
import { commandLines } from './targets/arguments.ts';
import { config } from './targets/config.ts';
import { cifar, idx } from './targets/data-files.ts';
import { commands } from './targets/doors.ts';
import { files } from './targets/files.ts';
import { filter } from './targets/filter.ts';
import { images } from './targets/images.ts';
import { imports } from './targets/imports.ts';
import { mutations } from './targets/mutations.ts';
import { pages } from './targets/pages.ts';
import { queries } from './targets/queries.ts';
import { safetensors } from './targets/safetensors.ts';
import { streams } from './targets/streams.ts';
import { sweep } from './targets/sweep.ts';
import type { Trial } from './trial.ts';

/** What is fuzzed; a new target is a file and a line here. */
export const targets: readonly Target[] = [
  queries,
  mutations,
  streams,
  pages,
  files,
  filter,
  config,
  sweep,
  commandLines,
  commands,
  idx,
  cifar,
  images,
  imports,
  safetensors,
];

/** What is tried once, at a size. */
export const trials: readonly Trial[] = [load, day, workers];
