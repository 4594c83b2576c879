import type { Database } from 'better-sqlite3';
import type { RunId } from '../../domain/run.ts';

export type Clock = ReturnType<typeof clockOf>;

/** When the steps of a run were logged, in ms since the epoch. A step that a resumed run repeated counts as then. */
export function clockOf(db: Database) {
  const at = db
    .prepare<[RunId, number], number>(
      `SELECT at FROM change WHERE run_id = ? AND kind = 'metrics' AND first_step <= ?
       ORDER BY first_step DESC, seq DESC LIMIT 1`,
    )
    .pluck();
  const lastStep = db.prepare<[RunId], number>('SELECT last_step FROM run WHERE id = ?').pluck();
  const timeAt = (runId: RunId, step: number): number | undefined => at.get(runId, step);

  return {
    timeAt,
    /** The first step logged at `time` or later; one beyond the last where there is none. Time never runs backwards. */
    firstStepSince: (runId: RunId, time: number): number => {
      let low = 0;
      let high = (lastStep.get(runId) ?? 0) + 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((timeAt(runId, middle) ?? Number.NEGATIVE_INFINITY) < time) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
