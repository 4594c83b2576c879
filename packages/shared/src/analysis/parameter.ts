/** What a config holds under one key; undefined where it lacks the key. */
export type ParameterValue = string | number | boolean | undefined;

/** One key over many configs. That a config lacks it is a value like any other. */
export interface Parameter {
  key: string;
  /** `number` when every config that has the key holds a finite number there. */
  kind: 'number' | 'choice';
  /** Each value once: numbers in order, then the rest as they first occur; undefined last. */
  values: ParameterValue[];
  /** Of the numbers; 0 and 0 for a choice. */
  low: number;
  high: number;
  /** Logarithmic where all numbers are positive and span two decades or more. */
  scale: 'linear' | 'log';
}

type Config = Readonly<Record<string, unknown>>;

const decadesForLog = 2;

/** Every key that any of the configs has, in the order in which they first occur. */
export function describeParameters(configs: readonly Config[]): Parameter[] {
  const keys = new Set(configs.flatMap((config) => Object.keys(config)));
  return [...keys].map((key) =>
    describe(
      key,
      configs.map((config) => parameterValue(config, key)),
    ),
  );
}

/** Whether it tells any two of the configs apart. */
export const isVarying = ({ values }: Parameter) => values.length > 1;

/** A value that is no scalar is compared by how it is written. */
export function parameterValue(config: Config, key: string): ParameterValue {
  const value = config[key];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : JSON.stringify(value);
}

function describe(key: string, all: readonly ParameterValue[]): Parameter {
  const distinct = [...new Set(all)];
  const present = distinct.filter((value) => value !== undefined);
  const missing = distinct.length > present.length ? [undefined] : [];
  const numbers = present.filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[];
  numbers.sort((a, b) => a - b);
  const rest = present.filter((value) => !numbers.includes(value as number));
  const values = [...numbers, ...rest, ...missing];
  if (rest.length > 0 || numbers.length === 0) return { key, kind: 'choice', values, low: 0, high: 0, scale: 'linear' };
  const [low, high] = [numbers[0] as number, numbers.at(-1) as number];
  const isWide = low > 0 && high / low >= 0.999 * 10 ** decadesForLog;
  return { key, kind: 'number', values, low, high, scale: isWide ? 'log' : 'linear' };
}
