import { ExplainedError } from '@duality/shared';
import type { Check } from './check.ts';
import type { Comparison } from './compare.ts';
import { checkDistances } from './distances.ts';
import { verifyOneStep } from './one-step.ts';
import { parseReferenceCase, type ReferenceCase } from './reference-case.ts';
import { verifyTrajectory } from './trajectory.ts';
import { checkWassersteinPairs } from './wasserstein-pairs.ts';

/** What became of one file of reference numbers. Errors as the tolerances count them; null where there is no such number. */
export interface Verdict {
  name: string;
  comparisons: number;
  maxError: { loss: number | null; gradient: number | null; weights: number | null; value: number | null };
  passed: boolean;
  /** The comparison that takes the largest share of what it is allowed. */
  worst: { what: string; error: number; allowed: number } | null;
}

/** Whatever form the file has (tests/reference/README.md): which one, its fields tell. */
export async function verifyFile(name: string, content: unknown, file: string): Promise<Verdict> {
  const fields = content !== null && typeof content === 'object' ? content : {};
  if ('networks' in fields) return judge(name, await verifyCase(parseReferenceCase(content, file)));
  if ('funnels' in fields) return judge(name, checkWassersteinPairs(content, file).map(asComparison));
  if ('tolerance' in fields) return judge(name, checkDistances(content, file).map(asComparison));
  throw new ExplainedError(`${file} has none of the forms that tests/reference/README.md describes`);
}

export const verifyCase = (reference: ReferenceCase): Promise<Comparison[]> =>
  reference.kind === 'one-step' ? verifyOneStep(reference) : verifyTrajectory(reference);

const asComparison = ({ section, entry, error, allowed, passed }: Check): Comparison => ({
  what: `${section} ${entry}`,
  kind: 'value',
  error,
  allowed,
  share: passed ? Math.min(1, error / allowed || 0) : Number.POSITIVE_INFINITY,
});

function judge(name: string, comparisons: Comparison[]): Verdict {
  const largest = (kind: Comparison['kind']) => {
    const errors = comparisons.filter((comparison) => comparison.kind === kind).map(({ error }) => error);
    return errors.length === 0 ? null : errors.reduce((a, b) => (b > a || Number.isNaN(b) ? b : a));
  };
  const worst = comparisons.reduce<Comparison | undefined>((a, b) => (a && a.share >= b.share ? a : b), undefined);
  return {
    name,
    comparisons: comparisons.length,
    maxError: {
      loss: largest('loss'),
      gradient: largest('gradient'),
      weights: largest('weights'),
      value: largest('value'),
    },
    passed: comparisons.length > 0 && comparisons.every(({ share }) => share <= 1),
    worst: worst ? { what: worst.what, error: worst.error, allowed: worst.allowed } : null,
  };
}
