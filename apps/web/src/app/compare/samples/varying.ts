import { hasEffect, type RunConfig, type RunSummary, runConfigKeys } from '@duality/shared';
import type { ConfigValue } from '#components/config-fields.ts';
import type { ChosenValue } from './samples-address.ts';

/** A key of the config in which runs differ, with all values that some run has, in order. */
export interface VaryingKey {
  key: string;
  values: ConfigValue[];
}

type Configured = Pick<RunSummary, 'config'>;

/** How long a run is and how often it is looked at changes no picture. */
const saysNothing = new Set(['steps', 'sampleEvery', 'checkpointEvery', 'keepCheckpointEvery', 'evaluateEvery']);

/** Undefined where the value plays no part in what the run does. */
export function configValue({ config }: Configured, key: string): ConfigValue | undefined {
  return hasEffect(key, config) ? (config[key as keyof RunConfig] as ConfigValue) : undefined;
}

/** What the runs differ in, in the order of the schema. */
export function findVarying(runs: readonly Configured[]): VaryingKey[] {
  return runConfigKeys
    .filter((key) => !saysNothing.has(key))
    .map((key) => {
      const values = new Set(runs.map((run) => configValue(run, key)).filter((value) => value !== undefined));
      return { key, values: [...values].sort(compare) };
    })
    .filter(({ values }) => values.length > 1);
}

const compare = (a: ConfigValue, b: ConfigValue) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

const has = (run: Configured, { key, value }: ChosenValue) => String(configValue(run, key)) === value;

/** The runs that have all chosen values; all of them where nothing is chosen. */
export const matching = <Run extends Configured>(runs: readonly Run[], chosen: readonly ChosenValue[]): Run[] =>
  runs.filter((run) => chosen.every((one) => has(run, one)));

/**
 * Where no run has all chosen values: the combinations of these keys that exist and come nearest, each once. Nearest is
 * where the fewest values differ, and then by how many places among the values that there are.
 */
export function nearestTo(
  runs: readonly Configured[],
  chosen: readonly ChosenValue[],
  varying: readonly VaryingKey[],
  count = 3,
): ChosenValue[][] {
  const places = new Map(varying.map(({ key, values }) => [key, values.map(String)]));
  const distance = (combination: readonly ChosenValue[]) =>
    combination.reduce((sum, { key, value }, i) => {
      const wanted = chosen[i]?.value ?? '';
      const known = places.get(key) ?? [];
      const apart = Math.abs(known.indexOf(value) - known.indexOf(wanted));
      return value === wanted ? sum : sum + 1 + apart / (1000 * (known.length + 1));
    }, 0);
  const combinations = new Map(
    runs
      .filter((run) => chosen.every(({ key }) => configValue(run, key) !== undefined))
      .map((run) => chosen.map(({ key }) => ({ key, value: String(configValue(run, key)) })))
      .map((combination) => [JSON.stringify(combination), combination]),
  );
  return [...combinations.values()].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}
