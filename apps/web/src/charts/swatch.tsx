import classes from './swatch.module.css';

interface SwatchProps {
  token: string;
  dash: readonly number[];
}

/** A short piece of a line as charts draw it. */
export function Swatch({ token, dash }: SwatchProps) {
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
