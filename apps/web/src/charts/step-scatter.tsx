import { formatStep, formatValue } from './axis.ts';
import { rampTokens } from './colour-ramp.ts';
import classes from './step-scatter.module.css';
import { makeAxis, positionOn, ticksOf, type ValueAxis } from './value-axis.ts';

interface StepScatterProps {
  /** In step order. */
  points: readonly { step: number; x: number; y: number }[];
  xTitle: string;
  yTitle: string;
  label: string;
}

/** Two metrics against each other, joined in the order of steps, later ones farther along the ramp. */
export function StepScatter({ points, xTitle, yTitle, label }: StepScatterProps) {
  const x = axisOf('x', xTitle, points);
  const y = axisOf('y', yTitle, points);
  const places = points.map((point) => ({ ...point, left: at(x, point.x), top: 100 - at(y, point.y) }));
  return (
    <div className={classes.frame}>
      <span className={classes.yTitle}>{yTitle}</span>
      <Ticks axis={y} side="bottom" />
      <div className={classes.plot}>
        <svg className={classes.sheet} viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <polyline className={classes.path} points={places.map(({ left, top }) => `${left},${top}`).join(' ')} />
        </svg>
        {places.map(({ step, left, top, ...point }, index) => (
          <span
            key={step}
            className={classes.dot}
            style={{ left: `${left}%`, top: `${top}%`, background: `var(${rampAt(index, places.length)})` }}
            title={`step ${formatStep(step)}: ${formatValue(point.x)}, ${formatValue(point.y)}`}
          />
        ))}
      </div>
      <Ticks axis={x} side="left" />
      <span className={classes.xTitle}>
        <span className={classes.order}>
          first <span className={classes.ramp} /> last
        </span>
        {xTitle}
      </span>
    </div>
  );
}

/** What falls as training goes on is spread by a logarithm. */
function axisOf(by: 'x' | 'y', title: string, points: StepScatterProps['points']): ValueAxis {
  const values = points.map((point) => point[by]);
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return makeAxis({ by, title, values, scale: low > 0 && high > 8 * low ? 'log' : 'linear' });
}

const Ticks = ({ axis, side }: { axis: ValueAxis; side: 'left' | 'bottom' }) => (
  <div className={side === 'left' ? classes.xTicks : classes.yTicks} aria-hidden="true">
    {ticksOf(axis, 6).map(({ position, label }) => (
      <span key={label} style={{ [side]: `${100 * position}%` }}>
        {label}
      </span>
    ))}
  </div>
);

const at = (axis: ValueAxis, value: number) => Number((100 * positionOn(axis, value)).toFixed(2));

const rampAt = (index: number, count: number) =>
  rampTokens[Math.round((index / Math.max(1, count - 1)) * (rampTokens.length - 1))] ?? '--ink';
