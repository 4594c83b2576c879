import type { FilterField, RunFields } from '@duality/shared';

/** A column that can be chosen by ticking it. */
export interface Choosable {
  key: string;
  title: string;
  differs: boolean;
}

/** What only the page itself can tell of a run. */
const ofPage: Choosable[] = [
  { key: 'speed', title: 'Speed', differs: false },
  { key: 'timeLeft', title: 'Time left', differs: false },
  { key: 'spark', title: 'Curve', differs: false },
];

/** Fields that the first column shows already, or that are too long for any. */
const leftOut = ['name', 'notes'];

/** Everything but metrics, in the order of the language. */
export function choosable(
  fields: readonly FilterField[],
  found: Pick<RunFields, 'config'> | undefined,
): { run: Choosable[]; config: Choosable[] } {
  const differs = new Set(found?.config.filter((one) => one.differs).map(({ key }) => key as string));
  const of = (kind: FilterField['of']) =>
    fields
      .filter((field) => field.of === kind && !leftOut.includes(field.name))
      .map(({ name, title }) => ({ key: name, title, differs: differs.has(name) }));
  return { run: [...of('run'), ...ofPage], config: of('config') };
}

/** Whether each word that is searched for occurs in the title or the key. */
export function matches({ key, title }: Pick<Choosable, 'key' | 'title'>, search: string): boolean {
  const text = `${title}\n${key}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
