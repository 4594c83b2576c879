import { RunId } from '@duality/shared';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const evaluationRouter = router({
  /** What was evaluated at which steps, and how certain the metrics of it are. */
  ofRun: procedure.input(z.object({ runId: RunId })).query(({ ctx: { store }, input: { runId } }) =>
    store.read(() => {
      store.run.get(runId);
      return { evaluations: store.evaluation.list(runId), certainty: store.evaluation.listCertainty(runId) };
    }),
  ),
  /** What one found that is no number over steps. It never changes; a step that is repeated gets a new id. */
  detail: procedure
    .input(z.object({ id: z.int().positive() }))
    .query(({ ctx: { store }, input }) => store.evaluation.getDetail(input.id)),
});
