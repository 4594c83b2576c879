import { type RunConfig, type Series, wassersteinSystems } from '@duality/shared';
import { type Correlation, rankCorrelation } from '@duality/shared/analysis';

/** What people watch beside what they want, at each evaluation that has both. */
export interface LossMeaning {
  loss: string;
  quality: string;
  points: { step: number; loss: number; quality: number }[];
  correlation: Correlation | null;
}

/** Both fall as samples improve. */
const qualities = ['eval.fid', 'eval.w1'];

/** Fewer evaluations tell nothing. */
const evaluationsWanted = 8;

/** Undefined where no evaluation measured how good the samples are. */
export function compareLoss(series: readonly Series[], { system }: RunConfig): LossMeaning | undefined {
  const find = (name: string) => series.find((one) => one.name === name && one.steps.length > 0);
  const quality = qualities.flatMap((name) => find(name) ?? [])[0];
  const isEstimate = wassersteinSystems.includes(system);
  const loss = find(isEstimate ? 'eval.criticEstimate' : 'generatorLoss');
  if (!quality || !loss) return undefined;
  const points = quality.steps.flatMap((step, at) => {
    const value = quality.values[at];
    // A single update's loss is mostly noise.
    const watched = isEstimate ? valueAt(loss, step) : meanWithin(loss, quality.steps[at - 1] ?? 0, step);
    return value == null || watched === undefined ? [] : [{ step, loss: watched, quality: value }];
  });
  const correlation = rankCorrelation(
    points.map((point) => point.loss),
    points.map((point) => point.quality),
  );
  return { loss: loss.name, quality: quality.name, points, correlation };
}

export type Verdict = 'means' | 'misleads' | 'open';

/** In one sentence; `watched` is what the loss is called within it. */
export function judge({ points, correlation }: LossMeaning, watched: string): { verdict: Verdict; sentence: string } {
  const count = `${points.length} evaluations`;
  if (points.length < evaluationsWanted) {
    const sentence = `Too few to tell: ${points.length === 1 ? 'one evaluation' : count} so far, and ${evaluationsWanted} are the least.`;
    return { verdict: 'open', sentence };
  }
  if (!correlation?.interval) return { verdict: 'open', sentence: 'Cannot tell: one of the two never changed.' };
  const { value, interval } = correlation;
  const figures = `ρ ${fixed(value)} [${fixed(interval.low)}, ${fixed(interval.high)}], ${count}`;
  if (interval.low <= 0 && interval.high >= 0) {
    return { verdict: 'open', sentence: `Cannot tell from this run: ${figures}.` };
  }
  return value > 0
    ? { verdict: 'means', sentence: `Yes: a falling ${watched} went with better samples: ${figures}.` }
    : { verdict: 'misleads', sentence: `No: a falling ${watched} went with worse samples: ${figures}.` };
}

const fixed = (value: number) => value.toFixed(2).replace('-', '−');

function valueAt({ steps, values }: Series, step: number): number | undefined {
  return values[steps.indexOf(step)] ?? undefined;
}

/** Of the entries after `from` and up to `to`; those that are not finite are left out. */
function meanWithin({ steps, values }: Series, from: number, to: number): number | undefined {
  const inside = values.filter(
    (value, at) => value !== null && (steps[at] as number) > from && (steps[at] as number) <= to,
  );
  if (inside.length === 0) return undefined;
  return inside.reduce<number>((sum, value) => sum + (value as number), 0) / inside.length;
}
