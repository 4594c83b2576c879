import type { RunSummary } from '@duality/shared';
import { formatStep } from '#charts/axis.ts';
import { Figures } from './figures.tsx';
import classes from './progress-bar.module.css';
import { shareDone } from './run-progress.ts';

/** How far a run is; plain, since hundreds of them may be on a page. */
export function ProgressBar({ run }: { run: RunSummary }) {
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
