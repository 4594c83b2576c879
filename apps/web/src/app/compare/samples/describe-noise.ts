import { type FixedNoise, fixedNoiseOf, isPointSet, type RunSummary } from '@duality/shared';

type Configured = Pick<RunSummary, 'config'>;

const names: Record<keyof FixedNoise, string> = {
  seed: 'seed',
  latentSize: 'latent size',
  latentDistribution: 'latent distribution',
  isConditional: 'use of classes',
  isFresh: 'way of drawing it',
};

/** Runs with the same word have the same noise behind tile k at the same step. */
export const noiseKey = ({ config }: Configured) => JSON.stringify(fixedNoiseOf(config));

/** Whether a tile's number means the same in all of these runs, in a sentence or two. */
export function describeNoise(runs: readonly Configured[]): { isShared: boolean; sentence: string } {
  const [first, ...others] = runs.map(({ config }) => fixedNoiseOf(config));
  if (!first) return { isShared: false, sentence: '' };
  const differing = (Object.keys(names) as (keyof FixedNoise)[]).filter((key) =>
    others.some((other) => other[key] !== first[key]),
  );
  if (differing.length > 0) {
    const list = differing.map((key) => names[key]);
    const what = list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : list[0];
    const only = differing.length > 1 ? 'differ' : 'differs';
    return {
      isShared: false,
      sentence: `Not the same noise: ${what} ${only}. A tile compares over the steps of a run, and with runs that share its noise.`,
    };
  }
  return { isShared: true, sentence: describeShared(runs, first) };
}

function describeShared(runs: readonly Configured[], { isConditional, isFresh }: FixedNoise): string {
  if (isFresh) return `The noise is drawn anew at each step, as printed: tiles do not compare over steps.`;
  const where =
    runs.length > 1
      ? `in ${runs.length === 2 ? 'both runs' : `all ${runs.length} runs`} and at all steps`
      : 'at all steps';
  if (runs.every(({ config }) => isPointSet(config.dataset))) return `The same noise ${where}.`;
  const what = isConditional ? 'the same z and the same class' : 'the same z';
  return `The same noise: tile k comes from ${what} ${where}.`;
}
