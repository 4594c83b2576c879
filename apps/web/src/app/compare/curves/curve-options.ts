import { type BandKind, bandKinds, type XAxis, xAxes } from '@duality/shared';

/** What the curves of several runs are drawn over, and whether runs are drawn as groups. */
export interface CurveOptions {
  axis: XAxis;
  /** `all`, or a key of the config whose values part the runs into groups; undefined for a curve each. */
  group: string | undefined;
  band: BandKind;
  /** Names of the metrics to show; all when empty. */
  metrics: string[];
  /** The panel that is shown large. */
  panel: string | undefined;
  /** The step that is marked, at which the samples are shown too. */
  step: number | undefined;
}

/** `x=AXIS`, `group=KEY`, `band=KIND`, any number of `metric=NAME`, `panel=NAME`, `step=N`. */
export function parseCurveOptions(query: URLSearchParams): CurveOptions {
  const group = query.get('group') || undefined;
  return {
    // Sums over runs are taken step by step.
    axis: group ? 'step' : (xAxes.find((known) => known === query.get('x')) ?? 'step'),
    group,
    band: bandKinds.find((known) => known === query.get('band')) ?? 'deviation',
    metrics: query.getAll('metric'),
    panel: query.get('panel') ?? undefined,
    step: /^\d{1,15}$/.test(query.get('step') ?? '') ? Number(query.get('step')) : undefined,
  };
}
