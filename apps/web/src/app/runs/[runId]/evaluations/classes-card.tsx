import { isPointSet, type RunConfig } from '@duality/shared';
import { formatStep } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import captions from './caption.module.css';
import { classShares } from './class-shares.ts';
import classes from './classes-card.module.css';

interface ClassesCardProps {
  config: RunConfig;
  counts: readonly number[];
  step: number;
}

/** How evenly the samples are spread over what there is. */
export function ClassesCard({ config, counts, step }: ClassesCardProps) {
  const shares = classShares(counts, config);
  const even = 1 / Math.max(1, counts.length);
  const widest = Math.max(2 * even, ...shares.map(({ share }) => share));
  const isModes = isPointSet(config.dataset);
  const title = isModes ? 'Modes' : 'Classes';
  const place = (share: number) => `${(100 * share) / widest}%`;
  return (
    <Card title={title} note={`even: ${percent(even)}`}>
      <ol
        className={classes.list}
        data-many={counts.length > 12 || undefined}
        aria-label={`${title} at step ${formatStep(step)}`}
      >
        {shares.map(({ name, count, share }) => (
          <li key={name} className={classes.row} data-missing={count === 0 || undefined}>
            <span className={classes.name}>{name}</span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: place(share) }} />
              <span className={classes.even} style={{ left: place(even) }} />
            </span>
            <span className={`figures ${classes.share}`}>{count === 0 ? 'none' : percent(share)}</span>
          </li>
        ))}
      </ol>
      <div className={captions.caption}>
        {isModes
          ? 'Shares of the generated points that lie within three standard deviations of a mode.'
          : 'Shares of the generated images that our own classifier takes for each class.'}{' '}
        The upright line is an even share.
      </div>
    </Card>
  );
}

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}\u202f%`;
