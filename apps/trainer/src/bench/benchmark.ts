import type { EngineName } from '@duality/shared';

interface BenchmarkOptions {
  /** Loads the engine that was asked for, at the first call. */
  startEngine: () => Promise<EngineName>;
  /** Python interpreter that has what is compared with; by default the python3 that PATH has. */
  python: string | undefined;
  /** How many times each side has its turn, or how long what is watched runs. */
  rounds: number | undefined;
  steps: number | undefined;
  /** Files to measure on, where a benchmark takes any. */
  data: string | undefined;
  /** What is happening, for a person who waits. */
  say: (line: string) => void;
}

export interface Row {
  workload: string;
  /** Measured numbers by the heading of their column; null where one could not be measured. */
  figures: Record<string, number | null>;
  /** What is wanted, as a person says it. */
  target: string;
  /** null when that could not be told. */
  isMet: boolean | null;
}

export interface Table {
  rows: Row[];
  /** What one must know to read the figures. */
  notes: string[];
}

/** Something that can be measured by `npm run bench -- NAME`. */
export interface Benchmark {
  name: string;
  /** What is measured, in one line. */
  summary: string;
  /** Takes hours, so it is run when it is named. */
  isLong?: true;
  run: (options: BenchmarkOptions) => Promise<Table>;
}
