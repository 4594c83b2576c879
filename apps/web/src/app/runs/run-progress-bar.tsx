import type { RunSummary } from '@duality/shared';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import { shareDone } from '#components/run-progress.ts';
import classes from './run-progress-bar.module.css';

/** How far a run is, as the list draws it: ten thousand rows are no place for a component of many parts. */
export function RunProgress({ run }: { run: RunSummary }) {
  const percent = Math.floor(100 * shareDone(run));
  return (
    <span className={classes.progress}>
      <Figures className={classes.steps ?? ''}>
        <strong>{formatStep(run.lastStep)}</strong>
        <span className={classes.total}> / {formatStep(run.config.steps)}</span>
      </Figures>
      <span
        className={classes.track}
        role="progressbar"
        aria-valuenow={percent}
        aria-label={`${percent} % of the steps of ${run.name}`}
        data-running={run.status === 'running' || undefined}
      >
        <span className={classes.done} style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}
