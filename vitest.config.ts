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
    ],
  },
});
