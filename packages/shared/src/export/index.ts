export { type FormatName, findFormat, formatNames, openTable } from './format.ts';
export type { TableFile } from './table-format.ts';
export { getTable, type TableName } from './tables.ts';
