import { isPointSet, RunId } from '@duality/shared';
import { z } from 'zod';
import { galleryInput, withProblems } from '../exports/gallery-input.ts';
import { exportJobsOf } from '../exports/jobs-of-store.ts';
import { procedure, router } from '../trpc.ts';

const ExportRef = z.object({ id: z.string().max(64) });

/** With the image library behind it, so that a server that exports nothing does not load it. */
const loadGallery = () => import('@duality/shared/gallery');

export const exportRouter = router({
  /** What there is to choose from: the runs' tiles (0 for plots of points), and all steps that any of them has stored. */
  options: procedure.input(z.object({ runIds: z.array(RunId).min(1).max(10_000) })).query(({ ctx: { store }, input }) =>
    store.read(() => {
      const found = input.runIds.map((id) => ({ run: store.run.get(id), grids: store.sampleGrid.list(id) }));
      const steps = [...new Set(found.flatMap(({ grids }) => grids.map(({ step }) => step)))].sort((a, b) => a - b);
      const runs = found.map(({ run, grids }) => ({
        id: run.id,
        name: run.name,
        tiles: isPointSet(run.config.dataset) ? 0 : Math.min(...grids.map(({ columns, rows }) => columns * rows)),
        grids: grids.length,
      }));
      return { runs: runs.map((run) => ({ ...run, tiles: Number.isFinite(run.tiles) ? run.tiles : 0 })), steps };
    }),
  ),
  /** What a request would come to, and how it would look. A mutation only since a list of steps is too long for an address. */
  preview: procedure.input(galleryInput).mutation(({ ctx: { store }, input }) =>
    withProblems(async () => {
      const { planFromStore, prepareGallery, previewGallery, readFrom } = await loadGallery();
      const plan = planFromStore(store, input);
      const { size } = prepareGallery(plan);
      const png = await previewGallery(plan, readFrom(store));
      return {
        size,
        notes: plan.notes,
        steps: plan.steps.length,
        picture: `data:image/png;base64,${png.toString('base64')}`,
      };
    }),
  ),
  /** Begins to make a gallery; `status` says how far it is. */
  create: procedure.input(galleryInput).mutation(({ ctx: { store }, input }) =>
    withProblems(async () => {
      const { planFromStore, prepareGallery, writeGallery } = await loadGallery();
      const plan = planFromStore(store, input);
      const prepared = prepareGallery(plan);
      const runIds = plan.runs.map(({ run }) => run.id);
      return exportJobsOf(store).add(runIds, input.format, (file, making) =>
        writeGallery(store, plan, file, making, prepared),
      );
    }),
  ),
  status: procedure.input(ExportRef).query(({ ctx: { store }, input }) => exportJobsOf(store).get(input.id)),
  /** The newest first; they are kept for an hour. */
  list: procedure.query(({ ctx: { store } }) => exportJobsOf(store).list()),
  cancel: procedure.input(ExportRef).mutation(({ ctx: { store }, input }) => exportJobsOf(store).cancel(input.id)),
});
