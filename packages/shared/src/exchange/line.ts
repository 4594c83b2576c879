import { createHash } from 'node:crypto';
import { parseSafely } from '../domain/issue-sentence.ts';
import { Record, toJson } from './record.ts';

export interface NumberedRecord {
  /** From 1, without a gap within a fragment. */
  number: number;
  record: Record;
}

const checksum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `NUMBER CHECKSUM JSON` and a line end; the checksum is that of number and JSON. */
export function encodeLine({ number, record }: NumberedRecord): string {
  const json = toJson(record);
  return `${number} ${checksum(`${number} ${json}`)} ${json}\n`;
}

/** Undefined for a line that was torn or changed on its way, or that says what this Duality does not know. */
export function decodeLine(line: string): NumberedRecord | undefined {
  const [, number, sum, json = ''] = /^([1-9]\d{0,14}) ([0-9a-f]{16}) (.+)$/s.exec(line) ?? [];
  if (number === undefined || checksum(`${number} ${json}`) !== sum) return undefined;
  const result = parseSafely(Record, parseJson(json));
  return result.success ? { number: Number(number), record: result.data } : undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
