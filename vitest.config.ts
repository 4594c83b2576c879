import './packages/shared/src/require-node.js';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.ts', 'bin/**/*.test.js'],
          testTimeout: 120_000,
        },
      },
      // Whole processes on two cores: one file at a time.
      {
        test: {
          name: 'process',
          include: ['tests/{process,http,faults}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      // On a real cluster of this machine alone, where its packages are installed.
      {
        test: {
          name: 'slurm',
          include: ['tests/slurm/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
