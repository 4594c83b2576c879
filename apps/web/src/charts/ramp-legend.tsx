import { formatValue } from './axis.ts';
import classes from './ramp-legend.module.css';
import type { ValueAxis } from './value-axis.ts';

interface RampLegendProps {
  title: string;
  goal: 'min' | 'max';
  /** Where the values lie. */
  axis: Pick<ValueAxis, 'low' | 'high'> | undefined;
  /** Colours go by rank, not by value. */
  isByRank?: boolean;
}

/** What the colours from worst to best stand for. */
export function RampLegend({ title, goal, axis, isByRank = false }: RampLegendProps) {
  const [worst, best] = axis ? (goal === 'min' ? [axis.high, axis.low] : [axis.low, axis.high]) : [];
  return (
    <p className={classes.legend}>
      <span>
        {title}
        {isByRank && ', by rank'}
      </span>
      <span className={classes.end}>worst {worst !== undefined && formatValue(worst)}</span>
      <span className={classes.ramp} aria-hidden="true" />
      <span className={classes.end}>best {best !== undefined && formatValue(best)}</span>
    </p>
  );
}
