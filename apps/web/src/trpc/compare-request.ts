import type { XAxis } from '@duality/shared';
import type { Span } from '#charts/range.ts';
import { withMargin } from '#charts/viewport.ts';

interface CompareRequest {
  runIds: number[];
  name: string;
  axis: XAxis;
  view: Span | undefined;
  isLarge: boolean;
}

/** What is asked of `metric.compare` for a chart; for a part of the axis a little more on both sides. */
export function compareRequest({ runIds, name, axis, view, isLarge }: CompareRequest) {
  const { low, high } = view ? withMargin(view) : {};
  return {
    runIds,
    name,
    axis,
    width: widthFor(runIds.length, isLarge),
    ...(low !== undefined && high !== undefined && { from: low, to: high }),
  };
}

/** The address at which tRPC's client asks for it, so that a page can tell the browser before any script runs. */
export const compareUrl = (request: CompareRequest) =>
  `/api/trpc/metric.compare?input=${encodeURIComponent(JSON.stringify(compareRequest(request)))}`;

/**
 * Pixels to ask the server to fill. The more curves share a chart, the fewer of them each gets: extremes stay exact at any
 * number of buckets.
 */
export function widthFor(curves: number, isLarge: boolean): number {
  const width = curves <= 8 ? 800 : curves <= 24 ? 600 : 400;
  return isLarge ? width * 2 : width;
}
