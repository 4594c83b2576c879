import type { Run } from '@duality/shared';
import { type ParameterValue, parameterValue } from '@duality/shared/analysis';
import { configFields, valueTitle } from '#components/config-fields.ts';
import { groupFields } from '#components/field-groups.ts';

export interface DifferenceRow {
  key: string;
  title: string;
  description: string;
  /** One for each run, as a person reads it. */
  cells: { text: string; isOther: boolean }[];
  /** Whether any two of the runs differ in it. */
  differs: boolean;
}

export interface DifferenceGroup {
  title: string;
  rows: DifferenceRow[];
}

type Compared = Pick<Run, 'id' | 'config'>;

/** Every key that any of the runs has, in groups; `isOther` marks what is not as in the base run. */
export function compareConfigs(runs: readonly Compared[], base: Compared): DifferenceGroup[] {
  const known = new Set(configFields.map(({ key }) => key));
  const keys = new Set(runs.flatMap(({ config }) => Object.keys(config)));
  const unknown = [...keys].filter((key) => !known.has(key));
  const groups = groupFields().map(({ title, fields }) => ({
    title,
    rows: fields
      .filter(({ key }) => keys.has(key))
      .map(({ key, title: name, description }) => rowOf(runs, base, key, name, description)),
  }));
  const rest = { title: 'Not known here', rows: unknown.map((key) => rowOf(runs, base, key, key, '')) };
  return [...groups, rest].filter(({ rows }) => rows.length > 0);
}

export const onlyDifferences = (groups: readonly DifferenceGroup[]): DifferenceGroup[] =>
  groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ differs }) => differs) }))
    .filter(({ rows }) => rows.length > 0);

/** The key of the difference after (1) or before (−1) a row, around the end; of the first or last from nowhere. */
export function findDifference(
  groups: readonly DifferenceGroup[],
  from: string | undefined,
  way: 1 | -1,
): string | undefined {
  const rows = groups.flatMap((group) => group.rows);
  const start = rows.findIndex(({ key }) => key === from);
  for (let i = 1; i <= rows.length; i++) {
    const at = start < 0 ? (way === 1 ? i - 1 : rows.length - i) : (start + way * i + rows.length * 2) % rows.length;
    if (rows[at]?.differs) return rows[at].key;
  }
  return undefined;
}

function rowOf(
  runs: readonly Compared[],
  base: Compared,
  key: string,
  title: string,
  description: string,
): DifferenceRow {
  const valueIn = ({ config }: Compared) => parameterValue(config, key);
  const values = runs.map(valueIn);
  return {
    key,
    title,
    description,
    cells: values.map((value) => ({ text: describeValue(key, value), isOther: value !== valueIn(base) })),
    differs: new Set(values).size > 1,
  };
}

/** As a person reads it; a key that is not there is said to be missing. */
export const describeValue = (key: string, value: ParameterValue) =>
  value === undefined ? 'none' : valueTitle(key, value);
