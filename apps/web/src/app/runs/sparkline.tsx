'use client';

import type { RunSummary } from '@duality/shared';
import { createContext, useContext } from 'react';
import { formatValue } from '#charts/axis.ts';
import classes from './sparkline.module.css';
import { type Curve, drawCurve } from './sparkline-path.ts';

const [width, height] = [112, 32];

type CurveOf = (runId: number) => Curve | undefined;

const Curves = createContext<CurveOf>(() => undefined);

/** Hands the curves of the rows in view to their cells. */
export const CurvesProvider = Curves.Provider;

/** A run's curve in little: its mean, and behind it all that it reached. */
export function Sparkline({ run }: { run: RunSummary }) {
  const curve = useContext(Curves)(run.id);
  if (!curve) return <span className={classes.nothing} />;
  const finite = curve.values.filter((value) => value !== null);
  const { line, band } = drawCurve(curve, width, height);
  if (finite.length === 0) {
    return (
      <span className={classes.none} title={`${curve.name}: no finite value`}>
        –
      </span>
    );
  }
  return (
    <svg
      className={classes.curve}
      viewBox={`-1 -2 ${width + 2} ${height + 4}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={describe(curve)}
    >
      <title>{describe(curve)}</title>
      <path className={classes.band} d={band} />
      <path className={classes.line} d={line} />
    </svg>
  );
}

function describe({ name, steps, values, lows, highs, nonFinite }: Curve): string {
  const finite = (list: (number | null)[]) => list.filter((value) => value !== null);
  const say = (value: number | undefined) => (value === undefined ? 'nothing' : formatValue(value));
  const [first, last] = [finite(values)[0], finite(values).at(-1)];
  const reach = `between ${say(Math.min(...finite(lows)))} and ${say(Math.max(...finite(highs)))}`;
  const lost = nonFinite > 0 ? `, ${nonFinite} values not finite` : '';
  return `${name} from ${say(first)} to ${say(last)}, ${reach}, steps ${steps[0]} to ${steps.at(-1)}${lost}`;
}
