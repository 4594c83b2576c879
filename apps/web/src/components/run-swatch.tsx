import { runLook } from './run-colour.ts';
import classes from './run-swatch.module.css';

/** A short piece of the run's line, as charts draw it. */
export function RunSwatch({ runId }: { runId: number }) {
  const { token, dash } = runLook(runId);
  return (
    <svg className={classes.swatch} viewBox="0 0 20 4" aria-hidden="true">
      <line
        x1={0}
        y1={2}
        x2={20}
        y2={2}
        stroke={`var(${token})`}
        strokeWidth={3}
        {...(dash.length > 0 && { strokeDasharray: dash.join(' ') })}
      />
    </svg>
  );
}
