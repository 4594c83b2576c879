import { LoadingOverlay } from '@mantine/core';
import classes from './gallery-preview.module.css';
import type { useGalleryPreview } from './use-gallery-preview.ts';

/** The last frame as it would be drawn, and what the file would hold. */
export function GalleryPreview({ preview }: { preview: ReturnType<typeof useGalleryPreview> }) {
  const { data, isFetching } = preview;
  return (
    <figure className={classes.preview} aria-busy={isFetching}>
      <div className={classes.paper}>
        <LoadingOverlay visible={isFetching && !data} />
        {data && (
          // biome-ignore lint/performance/noImgElement: it comes as a data address
          <img
            src={data.picture}
            alt="Preview of the gallery"
            className={classes.picture}
            data-stale={isFetching || undefined}
          />
        )}
      </div>
      <figcaption className={classes.caption} aria-live="polite">
        {data ? describe(data) : 'Drawing a preview …'}
        {data?.notes.map((note) => (
          <span key={note} className={classes.note}>
            {capitalise(note)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface Outcome {
  size: { count: number; noun: string; width: number | null; height: number | null };
}

function describe({ size: { count, noun, width, height } }: Outcome): string {
  const what = `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  return width === null || height === null
    ? what
    : `${what} of ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`;
}

const capitalise = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
