import { formatBytes } from '@duality/shared';
import { Button, Progress } from '@mantine/core';
import { Download } from 'lucide-react';
import classes from './gallery-progress.module.css';
import type { GalleryExport } from './use-gallery-export.ts';

/** How far the file is; and the file, once it is there. */
export function GalleryProgress({ making }: { making: GalleryExport }) {
  const { job } = making;
  if (!job) return null;
  const percent = job.total > 0 ? Math.floor((100 * job.done) / job.total) : 0;
  const isUnderWay = job.state === 'waiting' || job.state === 'running';
  return (
    <div className={classes.progress}>
      {isUnderWay && <Progress value={percent} size="sm" aria-label="Progress of the gallery" />}
      <p className={classes.state} role="status">
        {sentenceOf(job, percent)}
      </p>
      {isUnderWay && (
        <Button variant="default" onClick={making.cancel}>
          Cancel
        </Button>
      )}
      {!isUnderWay && (
        <Button variant="default" onClick={making.forget}>
          Change something
        </Button>
      )}
      {job.state === 'done' && (
        <Button
          component="a"
          href={`/api/files/exports/${job.id}`}
          download={job.fileName}
          leftSection={<Download size={15} />}
          data-autofocus
        >
          Download {formatBytes(job.bytes ?? 0)}
        </Button>
      )}
    </div>
  );
}

type Job = NonNullable<GalleryExport['job']>;

function sentenceOf({ state, fileName, problem }: Job, percent: number): string {
  if (state === 'waiting') return 'Waiting for other exports …';
  // In quarters, so that it is not read out all the time.
  if (state === 'running') return percent < 25 ? 'Drawing …' : `Drawing: ${percent - (percent % 25)} % are done …`;
  if (state === 'cancelled') return 'Cancelled; nothing was kept.';
  return state === 'done' ? `${fileName} is ready.` : `That did not work: ${problem}`;
}
