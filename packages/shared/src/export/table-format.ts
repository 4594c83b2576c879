import type { Column, Row } from '../domain/table.ts';

/** A way to write a table to a file and to read it back. */
export interface TableFormat {
  mediaType: string;
  /** The file's bytes, made as they are asked for; no more than a few slices of rows are held at a time. */
  write(columns: readonly Column[], slices: Iterable<Row[]>): Iterable<Uint8Array>;
  /** Throws ExplainedError for a file that is not of this format. */
  open(file: string): TableFile | Promise<TableFile>;
}

export interface TableFile {
  /** The columns that are there, in the file's order. */
  names: string[];
  /** The rows, as cells of `columns`; a column that the file has not is all null. Throws where a cell cannot be read. */
  read(columns: readonly Column[]): Iterable<Row[]> | AsyncIterable<Row[]>;
}
