import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decodeLine, type NumberedRecord } from './line.ts';
import type { Record } from './record.ts';

export interface Cursor {
  /** All records up to this one have been taken. */
  record: number;
  /** No record that is missing begins before this byte. */
  byte: number;
}

export interface Found {
  records: Record[];
  cursor: Cursor;
  /** There is more to read at once. */
  isFull: boolean;
}

const mostBytes = 4_000_000;
/** No line of ours comes near it. */
const furthestBytes = 256_000_000;

/**
 * The records that follow the cursor without a gap, whatever order their lines stand in, however often, and with torn ones
 * between. What is not whole yet, or stands behind a gap, is found another time.
 */
export function readFragment(file: string, { record, byte }: Cursor, atMost = mostBytes): Found {
  const bytes = readFrom(file, byte, atMost);
  const lines = splitLines(bytes);
  const known = new Map(lines.flatMap(({ one }) => (one && one.number > record ? [[one.number, one.record]] : [])));
  const records: Record[] = [];
  for (let next = record + 1; known.has(next); next++) records.push(known.get(next) as Record);
  const last = record + records.length;
  const held = lines.find(({ one }) => one && one.number > last);
  const end = held?.start ?? lines.at(-1)?.end ?? 0;
  const isCut = bytes.length === atMost;
  // Not one line fits, or a gap as wide as all that was read: look further at once rather than never.
  if (isCut && end === 0 && records.length === 0 && atMost < furthestBytes)
    return readFragment(file, { record, byte }, 2 * atMost);
  return { records, cursor: { record: last, byte: byte + end }, isFull: isCut };
}

interface Line {
  start: number;
  /** Behind its line end. */
  end: number;
  one: NumberedRecord | undefined;
}

function splitLines(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let start = 0; ; ) {
    const end = bytes.indexOf(0x0a, start) + 1;
    if (end === 0) return lines;
    lines.push({ start, end, one: decodeLine(bytes.toString('utf8', start, end - 1)) });
    start = end;
  }
}

/** Nothing of a file that is not there. */
function readFrom(file: string, byte: number, atMost: number): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return Buffer.alloc(0);
  }
  try {
    const wanted = Math.min(atMost, Math.max(0, fstatSync(descriptor).size - byte));
    const buffer = Buffer.allocUnsafe(wanted);
    let length = 0;
    for (let read = -1; read !== 0 && length < wanted; length += read) {
      read = readSync(descriptor, buffer, length, wanted - length, byte + length);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
