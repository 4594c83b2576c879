import { resolve } from 'node:path';
import { formatBytes } from '@duality/shared';
import { listShownRuns, planFromStore, prepareGallery, writeGallery } from '@duality/shared/gallery';
import { explainStoreError, type Store } from '@duality/shared/store';
import { callersFolder } from './door.ts';
import { existingStore } from './existing-store.ts';
import { explainGalleryError, type GalleryWish, parseGalleryWish } from './gallery-wish.ts';
import { showProgress } from './store/show-progress.ts';
import { explainWriteError } from './write-out.ts';

/** Writes samples as an archive, a contact sheet, an animation or a page. */
export async function exportGalleryCommand(args: string[]): Promise<number> {
  const wish = parseGalleryWish(args);
  const file = resolve(callersFolder(), wish.out);
  const store = existingStore(wish.store);
  try {
    return await exportGallery(store, wish, file);
  } catch (error) {
    throw explainGalleryError(explainStoreError(explainWriteError(error, file), store.file));
  } finally {
    store.close();
  }
}

async function exportGallery(store: Store, { request }: GalleryWish, file: string): Promise<number> {
  const plan = planFromStore(store, { ...request, runIds: request.runIds ?? listShownRuns(store) });
  const prepared = prepareGallery(plan);
  const progress = showProgress('drawing');
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    const making = { signal: leaving.signal, onProgress: progress.update };
    const bytes = await writeGallery(store, plan, file, making, prepared);
    progress.clear();
    const { count, noun, width, height } = prepared.size;
    const what = `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
    const size = width === null ? '' : ` of ${width} × ${height} pixels`;
    console.log(`Wrote ${what}${size}, ${formatBytes(bytes)}, to ${file}.`);
    for (const note of plan.notes) console.log(`Note that ${note}`);
    return 0;
  } catch (error) {
    progress.clear();
    if (!leaving.signal.aborted) throw error;
    console.error('Stopped before the gallery was whole; nothing was written.');
    return 130;
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
  }
}
