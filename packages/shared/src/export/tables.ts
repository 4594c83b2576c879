import { type Column, metricColumns, type Row, runColumns } from '../domain/table.ts';
import type { Store } from '../store/index.ts';

/** What of a store can be written as a table. */
export interface Table {
  columns: readonly Column[];
  /** Slices of the rows of these runs, read as they are asked for. */
  read(store: Store, runIds: readonly number[]): Iterable<Row[]>;
}

const tables = {
  runs: { columns: runColumns, read: (store, runIds) => store.table.runs(runIds) },
  metrics: { columns: metricColumns, read: (store, runIds) => store.table.metrics(runIds) },
} satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const getTable = (name: TableName): Table => tables[name];
