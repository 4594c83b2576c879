import type { Benchmark } from './benchmark.ts';
import { measureBulk } from './store/bulk.ts';
import { measureCommits } from './store/commits.ts';
import { measureCurves } from './store/curves.ts';
import { measureLoad } from './store/load.ts';
import { measureSearch } from './store/search.ts';
import { measureTail } from './store/tail.ts';
import { startTensorboard } from './store/tensorboard.ts';
import { measureWindows } from './store/windows.ts';

/** What the store promises, with TensorBoard beside it where it does the same work. */
export const store: Benchmark = {
  name: 'store',
  summary: 'commits, imports, windows, searches and many processes on one store, beside TensorBoard',
  run: async ({ python, rounds = 10, say }) => {
    const found = await startTensorboard(python);
    const tensorboard = typeof found === 'string' ? undefined : found;
    try {
      const rows = [
        ...(await measureCommits(5, tensorboard)),
        ...(await measureBulk(3)),
        ...(await measureTail()),
        ...(await measureSearch(say)),
        ...(await measureCurves(tensorboard, say)),
        ...(await measureWindows(say)),
        ...(await measureLoad(rounds, say)),
      ];
      const beside =
        typeof found === 'string'
          ? `TensorBoard was not measured (${found}); name a Python that has it with --python FILE.`
          : `TensorBoard ${found.version}, with its data server and default settings.`;
      return { rows, notes: [beside, '--rounds is how many minutes the trainers and dashboards run.'] };
    } finally {
      await tensorboard?.stop();
    }
  },
};
