import type { Span } from './range.ts';

/** The part of an axis that stays at `x` while everything around it grows (`factor` < 1) or shrinks. */
export const zoomAround = ({ low, high }: Span, x: number, factor: number): Span => ({
  low: x - (x - low) * factor,
  high: x + (high - x) * factor,
});

/** The same part, moved by a share of its width. */
export function pan({ low, high }: Span, share: number): Span {
  const by = (high - low) * share;
  return { low: low + by, high: high + by };
}

/** Inside of `whole` and not narrower than `least`; undefined when it shows all there is. */
export function clampView(view: Span, whole: Span, least: number): Span | undefined {
  const width = Math.max(view.high - view.low, Math.min(least, whole.high - whole.low));
  if (width >= (whole.high - whole.low) * 0.999) return undefined;
  const centre = (view.low + view.high) / 2;
  const low = Math.min(Math.max(centre - width / 2, whole.low), whole.high - width);
  return { low, high: low + width };
}

/** What to ask the server for, so that a line does not end before the edge and a short way of panning is there. */
export function withMargin({ low, high }: Span, share = 0.2): Span {
  const margin = (high - low) * share;
  return { low: low - margin, high: high + margin };
}

/** The same in whole steps, as the server counts them. */
export function stepsWithMargin(view: Span): { from: number; to: number } {
  const { low, high } = withMargin(view);
  return { from: Math.max(0, Math.floor(low)), to: Math.max(0, Math.ceil(high)) };
}

/** `from` and `to` of an address; undefined for all. */
export function parseView(from: string | null, to: string | null): Span | undefined {
  const [low, high] = [Number(from ?? Number.NaN), Number(to ?? Number.NaN)];
  return low < high && Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined;
}

/** As short as it can be without moving an edge by a pixel. */
export function formatView(view: Span | undefined): { from: string | undefined; to: string | undefined } {
  if (!view) return { from: undefined, to: undefined };
  const digits = Math.max(0, 4 - Math.floor(Math.log10(view.high - view.low)));
  const write = (x: number) => String(Number(x.toFixed(Math.min(digits, 12))));
  return { from: write(view.low), to: write(view.high) };
}
