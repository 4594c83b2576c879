import type { XAxis } from '@duality/shared';
import type { Span } from '#charts/range.ts';
import { withMargin } from '#charts/viewport.ts';

interface CompareRequest {
  runIds: readonly number[];
  name: string;
  axis: XAxis;
  view: Span | undefined;
  isLarge: boolean;
}

/** Runs in one answer, so that the first curves are drawn while others are still read. */
const runsAtOnce = 25;

/**
 * What is asked of `metric.compare` for a chart, one request after the other; for a part of the axis a little more on both
 * sides.
 */
export function compareRequests({ runIds, name, axis, view, isLarge }: CompareRequest) {
  const { low, high } = view ? withMargin(view) : {};
  const shared = {
    name,
    axis,
    width: widthFor(runIds.length, isLarge),
    ...(low !== undefined && high !== undefined && { from: low, to: high }),
  };
  const count = Math.ceil(runIds.length / runsAtOnce);
  return Array.from({ length: count }, (_, at) => ({
    runIds: runIds.slice(at * runsAtOnce, (at + 1) * runsAtOnce),
    ...shared,
  }));
}

/** The addresses at which tRPC's client asks for it, so that a page can tell the browser before any script runs. */
export const compareUrls = (request: CompareRequest) =>
  compareRequests(request).map(
    (input) => `/api/trpc/metric.compare?input=${encodeURIComponent(JSON.stringify(input))}`,
  );

/**
 * Pixels to ask the server to fill. The more curves share a chart, the fewer of them each gets: extremes stay exact at any
 * number of buckets.
 */
export function widthFor(curves: number, isLarge: boolean): number {
  const width = curves <= 8 ? 800 : curves <= 24 ? 600 : 320;
  return isLarge ? width * 2 : width;
}
