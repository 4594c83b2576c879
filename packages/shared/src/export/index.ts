export { type FormatName, findFormat, formatNames, openTable } from './format.ts';
export type { TableFile, TableFormat } from './table-format.ts';
