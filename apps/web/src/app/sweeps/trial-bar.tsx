import type { SweepSummary } from '@duality/shared';
import classes from './trial-bar.module.css';
import { countStates, describeCounts } from './trial-counts.ts';

/** How far a sweep is: a bar of its trials by state, and the same in words. */
export function TrialBar({ sweep }: { sweep: SweepSummary }) {
  const counted = countStates(sweep);
  const { parts, done, total } = counted;
  const all = total ?? parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.progress}>
      <span className={`figures ${classes.figures}`}>
        <strong>{done}</strong>
        <span className={classes.total}> / {total ?? '?'} trials</span>
      </span>
      <span className={classes.track} aria-hidden="true">
        {parts.map(({ state, count }) => (
          <span key={state} data-state={state} style={{ width: `${(100 * count) / Math.max(1, all)}%` }} />
        ))}
      </span>
      <span className={classes.words}>{describeCounts(counted)}</span>
    </div>
  );
}
