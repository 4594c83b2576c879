/** What a cell holds: both kinds of numbers are numbers here, and nothing is null. */
export type Cell = string | number | null;

export interface Column {
  name: string;
  /** An integer fits a double exactly; a double is finite. */
  type: 'integer' | 'double' | 'text';
  nullable: boolean;
}

/** One cell for each column, in their order. */
export type Row = readonly Cell[];

const column = (type: Column['type'], nullable: boolean) => (name: string) => ({ name, type, nullable });
const integer = column('integer', false);
const text = column('text', false);
const integerOrNull = column('integer', true);
const textOrNull = column('text', true);

/** The columns of `v_metric`, and by whose name a run is known in other stores. */
export const metricColumns: readonly Column[] = [
  integer('run_id'),
  text('name'),
  integer('step'),
  column('double', true)('value'),
  integerOrNull('time_ms'),
  textOrNull('kind'),
  text('run_uid'),
];

/** The columns of `v_run`, and all else that a run is made of. */
export const runColumns: readonly Column[] = [
  integer('run_id'),
  text('name'),
  text('experiment'),
  text('preset'),
  text('status'),
  textOrNull('reason'),
  integer('seed'),
  textOrNull('engine'),
  integer('created_at'),
  integerOrNull('started_at'),
  integerOrNull('ended_at'),
  integer('last_step'),
  text('config_json'),
  integerOrNull('parent_run_id'),
  integerOrNull('parent_step'),
  text('uid'),
  text('notes'),
  integerOrNull('archived_at'),
  text('tags_json'),
  textOrNull('parent_uid'),
  text('requested_engine'),
  textOrNull('engine_json'),
  textOrNull('data_dir'),
  integerOrNull('heartbeat_at'),
  integerOrNull('removed_at'),
];
