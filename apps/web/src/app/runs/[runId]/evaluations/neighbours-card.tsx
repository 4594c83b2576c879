import type { Evaluation, Series } from '@duality/shared';
import { formatStep, formatValue } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import captions from './caption.module.css';
import classes from './neighbours-card.module.css';

interface NeighboursCardProps {
  evaluation: Evaluation;
  series: readonly Series[];
}

/** Whether the generator draws, or copies what it was shown. */
export function NeighboursCard({ evaluation: { id, step }, series }: NeighboursCardProps) {
  const nearest = series.find(({ name }) => name === 'eval.nearest');
  const ratio = nearest?.values[nearest.steps.indexOf(step)];
  return (
    <Card title="Nearest training images" note="is it new, or a copy?">
      <div className={classes.body}>
        <div className={classes.rows} aria-hidden="true">
          <span>samples</span>
          <span>nearest</span>
        </div>
        {/* biome-ignore lint/performance/noImgElement: pixels are wanted as they are */}
        <img
          className={classes.picture}
          src={`/api/files/neighbours/${id}.png`}
          alt={`Samples at step ${formatStep(step)} above the training images that are nearest to them, pixel by pixel`}
        />
      </div>
      <div className={captions.caption}>
        {ratio == null ? null : (
          <span>
            Samples lie <strong className="figures">{formatValue(ratio)}</strong> times as far from their nearest
            training image as new real images do.
          </span>
        )}{' '}
        1 is as far as new ones; towards 0 they are copies of the training data.
      </div>
    </Card>
  );
}
