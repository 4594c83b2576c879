import { FilterError, type Span } from './filter-error.ts';

/** Milliseconds since the epoch, `from` included and `to` not. */
export interface Period {
  from: number;
  to: number;
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?Z?$/;
const day = 86_400_000;

/** A day, minute or second in UTC, as long as it is written precisely. */
export function readPeriod(text: string, span: Span): Period {
  const [, year, month, date, hour, minute, second] = pattern.exec(text.trim()) ?? [];
  const iso = `${year}-${month}-${date}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}.000Z`;
  const from = Date.parse(iso);
  // 31 February is read as 3 March, and then does not come back as it was written.
  if (Number.isNaN(from) || new Date(from).toISOString() !== iso) {
    throw new FilterError(`"${text}" is no time; write "2026-11-20" or "2026-11-20 14:00" (UTC)`, span);
  }
  return { from, to: from + (hour === undefined ? day : second === undefined ? 60_000 : 1000) };
}
