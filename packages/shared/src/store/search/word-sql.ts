import type { Database } from 'better-sqlite3';
import { datasetDescriptions } from '../../domain/dataset.ts';
import { engineNames } from '../../domain/engine.ts';
import { findField } from '../../domain/filter/fields.ts';
import { runStatuses } from '../../domain/run-status.ts';
import { systemDescriptions } from '../../domain/system.ts';
import { fieldSql, identitySql } from './field-sql.ts';
import { joinSql, listSql, type Sql, sql } from './sql.ts';

/** Makes `occurs(part, text)` known to SQL: SQLite itself folds the case of ASCII letters only. */
export function defineOccurs(db: Database): void {
  db.function('occurs', { deterministic: true }, (part: unknown, text: unknown) =>
    typeof part === 'string' && typeof text === 'string' && occurs(part, text) ? 1 : 0,
  );
}

const occurs = (part: string, text: string) => text.toLowerCase().includes(part.toLowerCase());

/** By field, each value it can have with the words it is shown by. */
const shown: Record<string, readonly (readonly [value: string, words: string])[]> = {
  status: runStatuses.map((status) => [status, status]),
  engine: engineNames.map((engine) => [engine, engine]),
  system: Object.entries(systemDescriptions).map(([name, { title }]) => [name, `${name}\n${title}`]),
  dataset: Object.entries(datasetDescriptions).map(([name, { title }]) => [name, `${name}\n${title}`]),
};

/** The word occurs in a text of the run or in what its system, data set, status or engine are called; `#12` is run 12. */
export function wordSql(word: string): Sql {
  const id = /^#(\d{1,15})$/.exec(word)?.[1];
  const places = [sql`occurs(${word}, ${identitySql})`];
  if (id) places.push(sql`run.id = ${Number(id)}`);
  if (word.toLowerCase() === 'archived') places.push(sql`run.archived_at IS NOT NULL`);
  for (const [name, values] of Object.entries(shown)) {
    const field = findField(name);
    const matching = values.filter(([, words]) => occurs(word, words)).map(([value]) => sql`${value}`);
    if (field && matching.length > 0) places.push(sql`(${fieldSql(field)} IN (${listSql(matching)})) IS TRUE`);
  }
  return joinSql(places, 'OR');
}
