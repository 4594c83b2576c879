import { existingStore } from '../existing-store.ts';
import { describeCounts, describeTrial } from './describe.ts';
import { parseSweepArguments } from './parse-id.ts';

/** What was asked for, and every trial. */
export async function showSweepCommand(args: string[]): Promise<number> {
  const { id, store: file, json } = parseSweepArguments('show', args);
  const store = existingStore(file);
  try {
    const { sweep, trials } = store.read(() => ({
      sweep: store.sweep.getSummary(id),
      trials: store.sweep.trial.list(id),
    }));
    if (json) {
      console.log(JSON.stringify({ ...sweep, trials }));
      return 0;
    }
    const { strategy, preset, objective } = sweep.request;
    console.log(
      `Sweep ${id} “${sweep.name}” · ${sweep.status} · ${strategy} over ${Object.keys(sweep.request.space).join(', ')}`,
    );
    console.log(
      `${preset}; ${objective.direction} ${objective.metric} (${objective.summary}) · ${describeCounts(sweep)}`,
    );
    for (const trial of trials) console.log(describeTrial(trial));
    return 0;
  } finally {
    store.close();
  }
}
