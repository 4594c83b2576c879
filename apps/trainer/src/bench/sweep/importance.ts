import type { RangeDimension } from '@duality/shared';
import { encode, growWholeForest, mainEffects, type Parameter, rankCorrelation } from '@duality/shared/analysis';
import type { Optuna } from './optuna.ts';
import type { Problem } from './problems.ts';
import { search } from './search.ts';

const trials = 200;
const seeds = 8;

/** How our shares of the parameters and Optuna's order them, on the same random trials. */
export interface RankAgreement {
  /** Null with fewer than three parameters. */
  correlation: number | null;
  pairs: number;
  /** Pairs in another order than Optuna's, of those whose order all of its seeds agree on. */
  otherwise: number;
}

export async function compareImportance(problem: Problem, optuna: Optuna): Promise<RankAgreement> {
  const observations = search('random', problem, 0, trials);
  const ours = sharesOf(problem, observations);
  const rows = observations.map(({ params, value }) => [...(Object.values(params) as number[]), value]);
  const theirs = await optuna.importance(
    parametersOf(problem).map(({ low, high }) => [low, high]),
    rows,
    seeds,
  );
  const sure = ours.flatMap((_, i) =>
    ours.flatMap((_, j) => (theirs.every((shares) => (shares[i] as number) > (shares[j] as number)) ? [[i, j]] : [])),
  );
  const means = ours.map((_, i) => theirs.reduce((sum, shares) => sum + (shares[i] as number), 0) / seeds);
  return {
    correlation: rankCorrelation(ours, means)?.value ?? null,
    pairs: sure.length,
    otherwise: sure.filter(([i = 0, j = 0]) => (ours[i] as number) <= (ours[j] as number)).length,
  };
}

function sharesOf(problem: Problem, observations: ReturnType<typeof search>): number[] {
  const parameters = parametersOf(problem);
  const encoded = encode(
    parameters,
    observations.map(({ params }) => params),
  );
  const forest = growWholeForest({ ...encoded, values: observations.map(({ value }) => value) });
  return (mainEffects(forest) ?? []).map(({ mean }) => mean);
}

const parametersOf = ({ space }: Problem): Parameter[] =>
  Object.entries(space).map(([key, dimension]) => {
    const { low, high } = dimension as RangeDimension;
    return { key, kind: 'number', values: [], low, high, scale: 'linear' };
  });
