import type { RunSummary } from '@duality/shared';
import { ImageOff } from 'lucide-react';
import classes from './sample-thumbnail.module.css';

export const gridUrl = (id: number) => `/api/files/sample-grids/${id}`;

/** The first few images of the newest grid at their own size: a whole grid would be mush at this scale. */
export function SampleThumbnail({ run }: { run: Pick<RunSummary, 'newestGrid'> }) {
  const { newestGrid } = run;
  if (!newestGrid) {
    return (
      <span className={classes.none} role="img" aria-label="No samples yet">
        <ImageOff size={16} aria-hidden="true" />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: a few kilobytes of PNG from this machine need no optimiser
    <img className={classes.thumbnail} src={gridUrl(newestGrid.id)} alt={`Samples at step ${newestGrid.step}`} />
  );
}
