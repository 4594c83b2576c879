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

/** Runs in one answer; few in the first, so that some curves are there before the scripts are, and do not hold those up. */
const [runsAtFirst, runsAtOnce] = [8, 25];

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
  const starts = [0];
  // What would leave little behind is asked for at once.
  if (runIds.length > runsAtOnce) {
    for (let at = runsAtFirst; at < runIds.length; at += runsAtOnce) starts.push(at);
  }
  return starts.map((start, i) => ({ runIds: runIds.slice(start, starts[i + 1]), ...shared }));
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
