import type { CriticSurface } from '@duality/shared';
import { useMemo } from 'react';
import { formatStep, formatValue } from '#charts/axis.ts';
import { arrowsOf, readSurface, scoreAt } from '#charts/critic-surface.ts';
import { CriticSurfacePlot } from '#charts/critic-surface-plot.tsx';
import { TableBehind } from '#charts/table-behind.tsx';
import { Card } from '#components/card.tsx';
import classes from './caption.module.css';

/** What the critic tells apart, over the whole plane. */
export function CriticSurfaceCard({ surface, step }: { surface: CriticSurface; step: number }) {
  const reading = useMemo(() => readSurface(surface), [surface]);
  const { difference, steepest } = reading;
  const label = `Critic scores over the plane at step ${formatStep(step)}: real points score ${formatValue(difference)} more than generated ones on average, and the steepest gradient is ${formatValue(steepest)}`;
  return (
    <Card title="Critic surface" note="what it scores over the plane, and where that rises">
      <CriticSurfacePlot surface={surface} reading={reading} label={label} />
      <div className={classes.caption}>
        <span>
          Real points score <span className="figures">{formatValue(difference)}</span> more than generated ones, which
          the generator moves along the arrows. Scores have no zero: they are told from the middle of what there is.
        </span>
        <TableBehind
          title="Critic surface at its arrows"
          head={['x, y', 'Score', '∂x', '∂y', '‖∇f‖']}
          rows={arrowsOf(surface).map(({ x, y, dx, dy }) => [
            `${x}, ${y}`,
            scoreAt(surface, x, y),
            dx,
            dy,
            Math.hypot(dx, dy),
          ])}
          show={(cell) => (typeof cell === 'number' ? formatValue(cell) : cell.toString())}
        />
      </div>
    </Card>
  );
}
