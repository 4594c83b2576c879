import type { AsyncBuffer, ColumnMetaData, FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

/** Sixteen times what other programs put into a row group unless they are told otherwise. */
const mostRows = 2 ** 24;
/** Of a page, unpacked. */
const mostPageBytes = 2 ** 28;

/** A decoder makes room for what a file claims to hold, so that is held against what may be before it is read. */
export function checkGroups({ row_groups: groups }: FileMetaData): void {
  for (const { num_rows: rows } of groups) {
    if (rows >= 0 && rows <= mostRows) continue;
    throw new Error(`parquet row group of ${rows} rows; ${mostRows} are the most: write it in smaller ones`);
  }
}

export function checkPage(bytes: number): void {
  if (bytes >= 0 && bytes <= mostPageBytes) return;
  throw new Error(`parquet page of ${bytes} bytes; ${mostPageBytes} are the most: write it in smaller ones`);
}

/** The pages of a column in a row group, by their headers. */
export async function checkPages(file: AsyncBuffer, column: ColumnMetaData, rows: number): Promise<void> {
  const start = Number(column.dictionary_page_offset ?? column.data_page_offset);
  const size = Number(column.total_compressed_size);
  if (!(start >= 0 && size >= 0 && start + size <= file.byteLength))
    throw new Error('parquet column lies outside of it');
  const reader = { view: new DataView(await file.slice(start, start + size)), offset: 0 };
  while (reader.offset < reader.view.byteLength - 1) {
    const header = parquetHeader(reader);
    checkPage(header.uncompressed_page_size);
    const values = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0;
    const words = header.dictionary_page_header?.num_values ?? 0;
    if (!(values >= 0 && values <= rows && words >= 0 && words <= mostRows)) {
      throw new Error(`parquet page of ${Math.max(values, words)} values in a group of ${rows} rows`);
    }
    if (!(header.compressed_page_size >= 0)) throw new Error('parquet page of less than no bytes');
    reader.offset += header.compressed_page_size;
  }
}
