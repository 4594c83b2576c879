import type { Curve } from './curve.ts';
import { entryAt } from './nearest-curve.ts';

interface Row {
  curve: Curve;
  value: number | null;
}

/** What the curves say at `x`, the highest first: at most `most`, among them the highlighted run's. */
export function rowsAt(curves: readonly Curve[], x: number, highlighted: number | undefined, most: number) {
  const all = curves
    .flatMap((curve): Row[] => {
      const entry = entryAt(curve, x);
      return entry ? [{ curve, value: entry.value }] : [];
    })
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  const at = Math.max(
    0,
    all.findIndex(({ curve }) => highlighted !== undefined && curve.runId === highlighted),
  );
  const first = Math.max(0, Math.min(at - Math.floor(most / 2), all.length - most));
  const rows = all.slice(first, first + most);
  return { rows, above: first, below: all.length - first - rows.length };
}
