import type { EngineChoice, Objective, SweepRequest, SweepStrategy } from '@duality/shared';
import { type ConfigValue, fieldOf, readField } from '#components/config-fields.ts';
import { readNumber } from '#components/read-number.ts';
import { readPlace, type TypedPlace, typedPlace } from '../../runs/new/typed-place.ts';
import { parameterTitle } from '../describe-space.ts';
import { withoutDefaults } from '../sweep-json.ts';
import { readDimension, type TypedDimension, typedDimension } from './typed-dimension.ts';

type Rule = NonNullable<SweepRequest['earlyStopping']>['rule'];

/** What stands in the form; numbers may be half typed, and empty is as it would be anyway. */
export interface TypedSweep {
  name: string;
  experiment: string;
  preset: string;
  set: { key: string; value: ConfigValue }[];
  space: TypedDimension[];
  seeds: string;
  strategy: SweepStrategy;
  strategySeed: string;
  rule: Rule | 'none';
  afterTrials: string;
  afterSteps: string;
  firstRung: string;
  reductionFactor: string;
  metric: string;
  summary: Objective['summary'];
  count: string;
  direction: Objective['direction'];
  trials: string;
  minutes: string;
  concurrency: string;
  retries: string;
  engine: EngineChoice;
  place: TypedPlace;
}

export function typedFrom(request: SweepRequest): TypedSweep {
  const { set, space, seeds, earlyStopping: early, objective, budget } = request;
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    name: request.name,
    experiment: request.experiment ?? '',
    preset: request.preset,
    set: Object.entries(set).map(([key, value]) => ({ key, value: value as ConfigValue })),
    space: Object.entries(space).map(([key, dimension]) => typedDimension(key, dimension)),
    seeds: seeds.join(', '),
    strategy: request.strategy,
    strategySeed: request.strategySeed === 0 ? '' : text(request.strategySeed),
    rule: early?.rule ?? 'none',
    afterTrials: early?.rule === 'median' ? text(early.afterTrials) : '5',
    afterSteps: early?.rule === 'median' ? text(early.afterSteps) : '0',
    firstRung: early && early.rule !== 'median' ? text(early.firstRung) : '',
    reductionFactor: early && early.rule !== 'median' ? text(early.reductionFactor) : '',
    metric: objective.metric,
    summary: objective.summary,
    count: text(objective.count),
    direction: objective.direction,
    trials: text(budget.trials),
    minutes: text(budget.minutes),
    concurrency: text(request.concurrency),
    retries: text(request.retries),
    engine: request.engine,
    place: typedPlace(request.place),
  };
}

/** The input that the form stands for, as `npm run sweep` reads it too; what was typed wrongly stays as it was typed. */
export function readTyped(typed: TypedSweep): Record<string, unknown> {
  const { preset, strategy, engine, metric, summary, direction } = typed;
  const trimmed = (text: string) => text.trim() || undefined;
  const number = readNumber;
  return withoutDefaults({
    name: trimmed(typed.name) ?? usualName(typed),
    experiment: trimmed(typed.experiment),
    preset,
    set: Object.fromEntries(typed.set.map(({ key, value }) => [key, readFixed(key, value)])),
    space: Object.fromEntries(typed.space.map((one) => [one.key, readDimension(one)])),
    seeds: readSeeds(typed.seeds),
    strategy,
    strategySeed: number(typed.strategySeed),
    earlyStopping: readRule(typed),
    objective: {
      metric: metric.trim(),
      summary,
      ...(summary === 'meanOfLast' && { count: number(typed.count) }),
      direction,
    },
    budget: withoutMissing({ trials: number(typed.trials), minutes: number(typed.minutes) }),
    concurrency: number(typed.concurrency),
    retries: number(typed.retries),
    engine,
    place: readPlace(typed.place),
  });
}

/** Where nobody gave one: what varies on what. */
export function usualName({ preset, space }: Pick<TypedSweep, 'preset' | 'space'>): string {
  const varying = space.map(({ key }) => parameterTitle(key)).join(', ');
  return (varying ? `${varying} of ${preset}` : `Sweep of ${preset}`).slice(0, 120);
}

function readRule({ rule, ...typed }: TypedSweep): Record<string, unknown> | undefined {
  if (rule === 'none') return undefined;
  const named = (keys: readonly ('afterTrials' | 'afterSteps' | 'firstRung' | 'reductionFactor')[]) =>
    withoutMissing(Object.fromEntries(keys.map((key) => [key, readNumber(typed[key])])));
  return { rule, ...named(rule === 'median' ? ['afterTrials', 'afterSteps'] : ['firstRung', 'reductionFactor']) };
}

const readSeeds = (text: string) => {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  return words.length === 0 ? undefined : words.map(readNumber);
};

function readFixed(key: string, value: ConfigValue): unknown {
  const field = fieldOf(key);
  return field ? readField(field, value) : value;
}

const withoutMissing = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
