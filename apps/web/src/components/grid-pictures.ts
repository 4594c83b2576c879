import { newestBatch } from './newest-batch.ts';
import { newestUsed } from './newest-used.ts';
import { gridUrl } from './sample-thumbnail.tsx';

/** Decoded pictures take four bytes a pixel: some 250 MB, or 1,300 grids of 8 × 8 images of 28 × 28. */
const pixelBudget = 64_000_000;
/** A browser opens six connections to a host, and the streams of the page hold two. */
const atOnce = 4;

const decoded = newestUsed<number, ImageBitmap>(pixelBudget, (picture) => picture.close());
const waiting = new Map<number, Promise<ImageBitmap>>();
/** Loads that the screen waits for, those of one drawing together, and those that may be wanted next. */
const wanted = newestBatch<() => void>();
let ahead: number[] = [];
let running = 0;

/** The picture of a sample grid where it is at hand. It may be let go of later: to be used at once, not kept. */
export const findPicture = (gridId: number): ImageBitmap | undefined => decoded.get(gridId);

/** The same once it has been read. Rejects where it cannot be. */
export function loadPicture(gridId: number): Promise<ImageBitmap> {
  const found = decoded.get(gridId);
  if (found) return Promise.resolve(found);
  const pending = waiting.get(gridId);
  if (pending) return pending;
  const loading = new Promise<void>((start) => {
    want(start);
    startNext();
  }).then(() => read(gridId));
  waiting.set(gridId, loading);
  return loading;
}

/** Reads these, in this order, while nothing else is waited for; takes the place of what was asked for before. */
export function preloadPictures(gridIds: readonly number[]): void {
  ahead = gridIds.filter((id) => !decoded.has(id) && !waiting.has(id));
  startNext();
}

/** What was drawn last goes first, as what was drawn before it may be gone. */
function want(start: () => void): void {
  wanted.add(start);
  queueMicrotask(wanted.close);
}

function startNext(): void {
  while (running < atOnce) {
    const start = wanted.take();
    const next = start ? undefined : ahead.shift();
    if (start) {
      running += 1;
      start();
    } else if (next !== undefined) {
      if (decoded.has(next) || waiting.has(next)) continue;
      running += 1;
      const loading = read(next);
      waiting.set(next, loading);
      loading.catch(() => undefined); // whoever wants it later is told
    } else return;
  }
}

async function read(gridId: number): Promise<ImageBitmap> {
  try {
    const response = await fetch(gridUrl(gridId));
    if (!response.ok) throw new Error(`the picture could not be read: status ${response.status}`);
    // The pixels as they were stored, whatever the screen's colours are.
    const picture = await createImageBitmap(await response.blob(), { colorSpaceConversion: 'none' });
    decoded.set(gridId, picture, picture.width * picture.height);
    return picture;
  } finally {
    waiting.delete(gridId);
    running -= 1;
    startNext();
  }
}
