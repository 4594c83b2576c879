import { isPointSet, type RunSummary } from '@duality/shared';
import { ImageOff } from 'lucide-react';
import classes from './sample-thumbnail.module.css';

export const gridUrl = (id: number) => `/api/files/sample-grids/${id}`;

/** The first few images of the newest grid at their own size, as a whole grid would be mush; a plot is shown whole. */
export function SampleThumbnail({ run }: { run: Pick<RunSummary, 'newestGrid' | 'config'> }) {
  const { newestGrid, config } = run;
  if (!newestGrid) {
    return (
      <span className={classes.none} role="img" aria-label="No samples yet">
        <ImageOff size={16} aria-hidden="true" />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: a few kilobytes of PNG from this machine need no optimiser
    <img
      className={isPointSet(config.dataset) ? classes.plot : classes.thumbnail}
      src={gridUrl(newestGrid.id)}
      alt={`Samples at step ${newestGrid.step}`}
    />
  );
}
