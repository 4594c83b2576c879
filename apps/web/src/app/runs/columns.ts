import type { ShownValue } from '@duality/shared';

type ColumnKind =
  | 'status'
  | 'step'
  | 'speed'
  | 'timeLeft'
  | 'spark'
  | 'time'
  | 'duration'
  | 'experiment'
  | 'tags'
  | 'setting'
  | 'number'
  | 'text';

/** A column as it is drawn. */
export interface Column {
  /** As the address has it. */
  key: string;
  title: string;
  kind: ColumnKind;
  /** Where its value stands among those of a run; −1 for one that is not among them. */
  valueAt: number;
  /** What its head sorts by, in the filter's language. */
  sortBy: string | undefined;
  /** Of what its value tells; null where that has no name. */
  name: string | null;
  /** In rem. */
  width: number;
}

const local: Record<string, Pick<Column, 'title' | 'kind' | 'width'>> = {
  speed: { title: 'Speed', kind: 'speed', width: 6 },
  timeLeft: { title: 'Time left', kind: 'timeLeft', width: 6.5 },
  spark: { title: 'Curve', kind: 'spark', width: 9 },
};

/** The columns in their order; one that no answer tells of yet is there under its plain name. */
export function columnsOf(keys: readonly string[], shown: readonly ShownValue[]): Column[] {
  return keys.map((key) => {
    const own = Object.hasOwn(local, key) ? local[key] : undefined;
    if (own) return { ...own, key, valueAt: -1, sortBy: undefined, name: null };
    const valueAt = shown.findIndex(({ text }) => text === key);
    const value = shown[valueAt];
    if (!value) return { key, title: key, kind: 'text', valueAt, sortBy: key, name: null, width: 8 };
    const kind = kindOf(value);
    const sortBy = value.type === 'tags' ? undefined : key;
    return { key, title: value.title, kind, valueAt, sortBy, name: value.name, width: widths[kind] ?? 8 };
  });
}

const widths: Partial<Record<ColumnKind, number>> = {
  status: 9,
  step: 10.5,
  time: 8,
  duration: 7,
  tags: 11,
  experiment: 9,
  text: 10,
};

const ofRun: Record<string, ColumnKind> = {
  status: 'status',
  step: 'step',
  experiment: 'experiment',
  duration: 'duration',
};

function kindOf({ of, name, type }: ShownValue): ColumnKind {
  const own = of === 'run' && name ? ofRun[name] : undefined;
  if (own) return own;
  if (type === 'time' || type === 'tags') return type;
  if (type === 'number') return 'number';
  return of === 'config' || type === 'flag' ? 'setting' : 'text';
}

const figures: readonly ColumnKind[] = ['number', 'speed', 'timeLeft', 'duration'];

/** Whether its values are figures, which stand at the right under each other. */
export const isFigure = ({ kind }: Column): boolean => figures.includes(kind);

/** The tracks of a row: its box, its name, the columns and its menu; in rem, the name takes what is left. */
export function tracksOf(columns: readonly Column[]): { template: string; leastWidth: number } {
  const [box, name, menu] = [2.5, 19, 2.75];
  const widths = columns.map(({ width }) => width);
  return {
    template: [`${box}rem`, `minmax(${name}rem, 1fr)`, ...widths.map((width) => `${width}rem`), `${menu}rem`].join(' '),
    leastWidth: widths.reduce((sum, width) => sum + width, box + name + menu),
  };
}

/** The columns without those of parameters that are the same everywhere. */
export function withoutEqual(
  columns: readonly string[],
  config: readonly { key: string; names: readonly string[]; differs: boolean }[],
): string[] {
  const equal = new Set(config.flatMap(({ names, differs }) => (differs ? [] : names)));
  return columns.filter((column) => !equal.has(column));
}
