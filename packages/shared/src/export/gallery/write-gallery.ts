import { NotFoundError } from '../../domain/errors.ts';
import { GalleryError, type GalleryRequest } from '../../domain/gallery.ts';
import type { Store } from '../../store/index.ts';
import { type GalleryPlan, planGallery } from './plan.ts';
import { type PreparedGallery, prepareGallery } from './prepare.ts';
import type { ReadPng } from './sample-reader.ts';
import { writeFileWhole } from './write-file.ts';

interface Making {
  /** Aborted, it throws the signal's reason and leaves nothing. */
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** Plans a gallery of what the store holds now; throws a GalleryError or a NotFoundError when it cannot be made. */
export const planFromStore = (store: Store, { runIds, ...request }: GalleryRequest): GalleryPlan =>
  planGallery(
    store.read(() => [...new Set(runIds)].map((id) => ({ run: store.run.get(id), grids: store.sampleGrid.list(id) }))),
    request,
  );

/** Runs outside the trash that have something to show. */
export function listShownRuns(store: Store): number[] {
  const ids = store.read(() => store.table.listIds().filter((id) => store.sampleGrid.list(id).length > 0));
  if (ids.length > 0) return ids;
  throw new GalleryError('runIds', 'no run has sample grids yet; train one first');
}

/** A run that repeats steps meanwhile replaces their grids by equal ones with other ids. */
export const readFrom =
  (store: Store): ReadPng =>
  ({ runId, step }) => {
    const grid = store.sampleGrid.find(runId, step);
    if (grid) return store.sampleGrid.getPng(grid.id);
    throw new NotFoundError(`the sample grid of run ${runId} at step ${step} was deleted meanwhile`);
  };

/** Makes a gallery and writes it to `file`, which appears when it is whole. Answers its size in bytes. */
export async function writeGallery(
  store: Store,
  plan: GalleryPlan,
  file: string,
  { signal, onProgress }: Making = {},
  prepared: PreparedGallery = prepareGallery(plan),
): Promise<number> {
  const stored = readFrom(store);
  let done = 0;
  const read: ReadPng = (grid) => {
    signal?.throwIfAborted();
    return stored(grid);
  };
  const advance = () => {
    signal?.throwIfAborted();
    onProgress?.(++done, prepared.total);
  };
  return writeFileWhole(file, prepared.encode(read, advance));
}
