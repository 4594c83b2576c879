import type { RunConfig } from '../config.ts';
import { runConfigKeys } from '../config.ts';
import { type ConfigProblem, describeProblems, findConfigProblems } from '../config-problems.ts';
import { ArgumentError } from '../errors.ts';
import { parseSafely, problemsOfIssue } from '../issue-sentence.ts';
import { loggedMetrics } from '../logged-metrics.ts';
import { findPreset, startingConfig } from '../preset.ts';
import { countValues, type Dimension, type ParameterChoice } from './dimension.ts';
import { isGrid, orderOf, type SearchPoint, type SearchSpace } from './search-space.ts';
import { SweepRequest } from './sweep-request.ts';

/** All that is wrong with a sweep: keys are paths such as `space.learningRate.low`; nothing when it can be started. */
export function findSweepProblems(input: unknown): ConfigProblem[] {
  const result = parseSafely(SweepRequest, input);
  return result.success ? findConflicts(result.data) : result.error.issues.flatMap(problemsOfIssue);
}

/** The request with its defaults, or an ArgumentError that names every problem at once. */
export function parseSweep(input: unknown): SweepRequest {
  const problems = findSweepProblems(input);
  if (problems.length === 0) return SweepRequest.parse(input);
  throw new ArgumentError(describeProblems(problems));
}

function findConflicts(request: SweepRequest): ConfigProblem[] {
  const { preset, set, space, strategy, budget } = request;
  const keys = Object.keys(space);
  if (!findPreset(preset)) return [{ key: 'preset', message: `there is no preset "${preset}"` }];
  if (keys.length === 0) return [{ key: 'space', message: 'must name at least one parameter that varies' }];
  const problems = [
    ...keys.flatMap((key) => problemsOfKey(key, space)),
    ...keys
      .filter((key) => key in set)
      .map((key) => ({ key: `set.${key}`, message: 'varies already: it is in the space' })),
    ...('seed' in set ? [{ key: 'set.seed', message: 'is not set here: the seeds of a sweep are its "seeds"' }] : []),
  ];
  if (problems.length > 0) return problems;
  if (!orderOf(space)) return [{ key: 'space', message: 'has parameters that depend on each other in a circle' }];
  if (strategy === 'grid' && !isGrid(space)) {
    const endless = keys.filter((key) => !Number.isFinite(countValues(space[key] as Dimension)));
    return endless.map((key) => ({ key: `space.${key}.step`, message: 'a grid needs a step, or choices' }));
  }
  if (strategy !== 'grid' && budget.trials === undefined) {
    return [{ key: 'budget.trials', message: `is missing: "${strategy}" has no end of its own` }];
  }
  const problemsInside = problemsOfConfigs(request);
  return problemsInside.length > 0 ? problemsInside : problemsOfObjective(request);
}

function problemsOfKey(key: string, space: SearchSpace): ConfigProblem[] {
  const dimension = space[key] as Dimension;
  const path = `space.${key}`;
  if (key === 'seed') return [{ key: path, message: 'is not varied here: the seeds of a sweep are its "seeds"' }];
  if (key !== 'preset' && !(runConfigKeys as string[]).includes(key)) {
    return [{ key: path, message: `unknown key; the keys are preset, ${runConfigKeys.join(', ')}` }];
  }
  const parent = dimension.when?.parameter;
  if (parent !== undefined && (parent === key || !(parent in space))) {
    return [{ key: `${path}.when.parameter`, message: `must be another parameter of the space, not "${parent}"` }];
  }
  return dimension.type === 'choice'
    ? problemsOfChoice(path, key, dimension.values)
    : problemsOfRange(path, key, dimension);
}

function problemsOfChoice(path: string, key: string, values: readonly ParameterChoice[]): ConfigProblem[] {
  if (new Set(values).size < values.length) return [{ key: `${path}.values`, message: 'must each be there once' }];
  if (key !== 'preset') return [];
  return values
    .filter((value) => !findPreset(String(value)))
    .map((value) => ({ key: `${path}.values`, message: `there is no preset "${value}"` }));
}

function problemsOfRange(path: string, key: string, range: Exclude<Dimension, { type: 'choice' }>): ConfigProblem[] {
  const { low, high, step, scale, type } = range;
  if (key === 'preset') return [{ key: `${path}.type`, message: 'must be choice' }];
  if (high < low) return [{ key: `${path}.high`, message: `must be at least ${low}, not ${high}` }];
  if (scale === 'log' && low <= 0)
    return [{ key: `${path}.low`, message: `must be more than 0 on a log scale, not ${low}` }];
  if (scale === 'log' && step !== undefined) return [{ key: `${path}.step`, message: 'goes with a linear scale only' }];
  const fractions =
    type === 'integer'
      ? Object.entries({ low, high, step }).filter(([, n]) => n !== undefined && !Number.isInteger(n))
      : [];
  return fractions.map(([name, n]) => ({ key: `${path}.${name}`, message: `must be a whole number, not ${n}` }));
}

/** Each value at the edge of a dimension, put into the config alone: what is refused there would fail as a trial. */
function problemsOfConfigs(request: SweepRequest): ConfigProblem[] {
  const base = findConfigProblems(configOfPoint(request, {}));
  // What the config lacks or conflicts in may be what the space provides, so only wrong keys and values count here.
  const wrong = base.filter(({ key }) => key in request.set);
  if (wrong.length > 0) return wrong.map(({ key, message }) => ({ key: `set.${key}`, message }));
  return Object.entries(request.space).flatMap(([key, dimension]) => {
    if (key === 'preset') return [];
    const values = edges(dimension);
    const found = values.flatMap((value) =>
      findConfigProblems(configOfPoint(request, { [key]: value })).filter((problem) => problem.key === key),
    );
    return found.slice(0, 1).map(({ message }) => ({ key: `space.${key}`, message }));
  });
}

/** A metric that no trial could log would leave the sweep without a direction. */
function problemsOfObjective(request: SweepRequest): ConfigProblem[] {
  const { metric } = request.objective;
  const bases: SearchPoint[] = edges(request.space.preset ?? { type: 'choice', values: [request.preset] }).map(
    (preset) => ({ preset }),
  );
  const varied = Object.entries(request.space).flatMap(([key, dimension]) =>
    bases.flatMap((base) => edges(dimension).map((value) => ({ ...base, [key]: value }))),
  );
  const logged = new Set(varied.flatMap((point) => loggedMetrics(configOfPoint(request, point))));
  if (logged.has(metric)) return [];
  const { evaluateEvery, steps } = configOfPoint(request, {});
  const late = metric.startsWith('eval.') && evaluateEvery > steps;
  const why = late ? ` in ${steps} steps, as evaluations come every ${evaluateEvery}: set evaluateEvery to less` : '';
  const message = `no trial logs "${metric}"${why}; they log ${[...logged].join(', ')}`;
  return [{ key: 'objective.metric', message }];
}

const edges = (dimension: Dimension): readonly ParameterChoice[] =>
  dimension.type === 'choice' ? dimension.values : [dimension.low, dimension.high];

/** What a trial of this point trains, with the first seed; not checked. */
export function configOfPoint({ preset, set, seeds }: SweepRequest, point: Readonly<Record<string, ParameterChoice>>) {
  const { preset: chosen = preset, ...own } = point;
  const start = findPreset(String(chosen));
  return { ...(start && startingConfig(start, set.asPrinted === true)), ...set, ...own, seed: seeds[0] } as RunConfig;
}
