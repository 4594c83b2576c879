import type { Span } from '#charts/range.ts';
import { stepsWithMargin } from '#charts/viewport.ts';

/**
 * What a run's page asks of `metric.series`: buckets, about two a pixel of a chart in the grid, one of the wide one. For a
 * part of the steps a little more of them on both sides.
 */
export function seriesRequest(runId: number, view?: Span) {
  return { runId, width: 800, ...(view && stepsWithMargin(view)) };
}

/** The address at which tRPC's client asks for it, so that a page can tell the browser before any script runs. */
export const seriesUrl = (runId: number) =>
  `/api/trpc/metric.series?input=${encodeURIComponent(JSON.stringify(seriesRequest(runId)))}`;
