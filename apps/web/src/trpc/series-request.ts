/** What a run's page asks of `metric.series`: buckets, about two a pixel of a chart in the grid, one of the wide one. */
export const seriesRequest = (runId: number) => ({ runId, width: 800 });

/** The address at which tRPC's client asks for it, so that a page can tell the browser before any script runs. */
export const seriesUrl = (runId: number) =>
  `/api/trpc/metric.series?input=${encodeURIComponent(JSON.stringify(seriesRequest(runId)))}`;
