import { ExplainedError } from '../domain/errors.ts';
import { longestRecord, readText, refuseLong } from './read-text.ts';

/** null where nothing stands between two commas; `""` is the empty text. */
export type CsvRecord = (string | null)[];

/** The records of a file by RFC 4180, as many at a time as a piece of the file has; lines may end in LF or CRLF. */
export function* readRecords(file: string): Generator<CsvRecord[]> {
  let text = '';
  let count = 0;
  const split = (isLast: boolean): CsvRecord[] => {
    const records: CsvRecord[] = [];
    let from = 0;
    while (from < text.length) {
      const found = readRecord(text, from, isLast);
      if (!found) break;
      // A blank line is no record.
      if (found.record.length > 1 || found.record[0] !== null) records.push(found.record);
      from = found.end;
    }
    text = text.slice(from);
    count += records.length;
    return records;
  };
  for (const chunk of readText(file)) {
    text += chunk;
    yield split(false);
    if (text.length > longestRecord) refuseLong(file, count);
  }
  yield split(true);
  if (text) throw new ExplainedError(`${file}, row ${count}: has a quote that is opened and not closed before the end`);
}

const [quote, comma, newline] = [34, 44, 10];

/** One record and where the next one begins; undefined where the text ends before it does. */
function readRecord(text: string, from: number, isLast: boolean): { record: CsvRecord; end: number } | undefined {
  const record: CsvRecord = [];
  for (let at = from; ; ) {
    const isQuoted = text.charCodeAt(at) === quote;
    const close = isQuoted ? findClosingQuote(text, at + 1) : at;
    if (close < 0) return undefined;
    let stop = isQuoted ? close + 1 : at;
    while (stop < text.length && text.charCodeAt(stop) !== comma && text.charCodeAt(stop) !== newline) stop += 1;
    if (stop === text.length && !isLast) return undefined;
    const end = text[stop - 1] === '\r' && text[stop] !== ',' ? stop - 1 : stop;
    if (isQuoted) record.push(text.slice(at + 1, close).replaceAll('""', '"') + text.slice(close + 1, end));
    else record.push(end > at ? text.slice(at, end) : null);
    if (text[stop] !== ',') return { record, end: stop + 1 };
    at = stop + 1;
  }
}

/** A quote that is not doubled; -1 where the text ends first, or could go on with the second of two. */
function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}
