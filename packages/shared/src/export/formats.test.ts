import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cell, Column, Row } from '../domain/table.ts';
import { findFormat, formatNames, openTable } from './format.ts';
import type { TableFormat } from './table-format.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-formats-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const columns: Column[] = [
  { name: 'id', type: 'integer', nullable: false },
  { name: 'value', type: 'double', nullable: true },
  { name: 'at', type: 'integer', nullable: true },
  { name: 'note', type: 'text', nullable: true },
  { name: 'name', type: 'text', nullable: false },
];

const cells: Record<Column['type'], fc.Arbitrary<Cell>> = {
  integer: fc.maxSafeInteger().map((value) => value + 0),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }),
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', ',', '\r\n', '\n', 'a,"b"\n', '=1+1', ' ')),
};
const aRow = fc.tuple(...columns.map(({ type, nullable }) => (nullable ? fc.option(cells[type]) : cells[type])));

function write(name: string, slices: Row[][]): string {
  const file = join(folder, 'table');
  writeFileSync(file, Buffer.concat([...(findFormat(name) as TableFormat).write(columns, slices)]));
  return file;
}

async function read(file: string, wanted = columns): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const slice of (await openTable(file)).read(wanted)) rows.push(...slice);
  return rows;
}

const bad = (content: string | Uint8Array) => {
  const file = join(folder, 'bad');
  writeFileSync(file, content);
  return read(file);
};

const extremes = [
  -0,
  0,
  5e-324,
  2.2250738585072014e-308,
  1e308,
  Number.MAX_VALUE,
  0.1,
  1e21,
  1e-7,
  123456789012345680000,
];

describe.each(formatNames)('%s', (name) => {
  test('random tables come back as they were, to the bit', async () => {
    const slices = fc.array(fc.array(aRow, { maxLength: 12 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(slices, async (given) => {
        const rows = given.flat();
        if (rows.length === 0 && name === 'jsonl') return;
        expect(await read(write(name, given))).toEqual(rows); // toEqual tells -0 from 0
      }),
      { numRuns: 200 },
    );
  });

  test('extreme doubles keep their bits', async () => {
    const rows = extremes.flatMap((value) => [value, -value]).map((value, i): Row => [i, value, null, null, 'x']);
    const values = (await read(write(name, [rows]))).map((row) => row[1]);
    expect(values).toEqual(rows.map((row) => row[1]));
  });

  test('a table of many slices is one table', async () => {
    const slices = Array.from({ length: 60 }, (_, s) =>
      Array.from({ length: 5000 }, (_, i): Row => [s * 5000 + i, i / 7, 1.7e12 + i, 'a\nb', `run ${s}`]),
    );
    const rows = await read(write(name, slices));
    expect(rows).toHaveLength(300_000);
    expect(rows[299_999]).toEqual([299_999, 4999 / 7, 1.7e12 + 4999, 'a\nb', 'run 59']);
  });

  test('columns are found by name, and those that are not there are empty', async () => {
    const file = write(name, [[[1, 0.5, null, 'n', 'x']]]);
    expect((await openTable(file)).names).toEqual(columns.map((column) => column.name));
    const wanted: Column[] = [
      { name: 'name', type: 'text', nullable: false },
      { name: 'nosuch', type: 'double', nullable: true },
    ];
    expect(await read(file, wanted)).toEqual([['x', null]]);
    await expect(read(file, [{ name: 'nosuch', type: 'text', nullable: false }])).rejects.toThrow(
      /table, row 1, column nosuch: must be text, not empty$/,
    );
  });
});

describe('a file that is cut off, damaged or something else is refused by its name', () => {
  test('an empty one, a folder, one that is not there, and bytes of another kind', async () => {
    await expect(bad('')).rejects.toThrow(/bad: is empty$/);
    await expect(read(folder)).rejects.toThrow(/is a folder; name the files in it$/);
    await expect(read(join(folder, 'nosuch'))).rejects.toThrow(/nosuch: there is no such file$/);
    await expect(bad(new Uint8Array([137, 80, 0, 1]))).rejects.toThrow(/is neither CSV, nor JSON Lines, nor Parquet$/);
    await expect(bad(Buffer.from('id,name\n1,\xe9\n', 'latin1'))).rejects.toThrow(/is not UTF-8 text/);
  });

  test('Parquet at any length', async () => {
    const rows = Array.from({ length: 50 }, (_, i): Row => [i, i / 3, null, 'note', 'name']);
    const whole = Buffer.concat([...(findFormat('parquet') as TableFormat).write(columns, [rows])]);
    for (let length = 4; length < whole.length; length += 13) {
      await expect(bad(whole.subarray(0, length))).rejects.toThrow(/bad: is cut off or damaged Parquet/);
    }
  });

  test('CSV with a quote left open, too few cells, or words for numbers', async () => {
    await expect(bad('id,name\n1,"x\n2,y\n')).rejects.toThrow(/row 1: has a quote that is opened and not closed/);
    await expect(bad('id,name\n1,x\n2\n')).rejects.toThrow(/row 2: has 1 cells where the first line names 2$/);
    await expect(bad('id,name\n1,x\ntwo,y\n')).rejects.toThrow(/row 2, column id: must be a whole number, not "two"$/);
    await expect(bad('id,name\n1.5,x\n')).rejects.toThrow(/row 1, column id: must be a whole number, not 1.5$/);
    await expect(bad('id,name,value\n1,x,0x10\n')).rejects.toThrow(/column value: must be a number, not "0x10"$/);
  });

  test('JSON Lines with what is no object, and text for a number', async () => {
    await expect(bad('{"id":1,"name":"x"}\n{"id":2')).rejects.toThrow(/row 2: must be a JSON object on one line/);
    await expect(bad('{"id":"1","name":"x"}\n')).rejects.toThrow(/column id: must be a whole number, not "1"$/);
    await expect(bad('{"id":1,"name":"x","value":1e400}\n')).rejects.toThrow(/column value: must be a number/);
  });

  test.each(['{"id":1,"name":"', 'id,name\n1,"', 'id,name\n1,'])(
    'a line of 20 million characters after %j',
    async (head) => {
      await expect(bad(head + 'x'.repeat(20_000_000))).rejects.toThrow(/row \d: is longer than 16 million characters/);
    },
  );
});

test('text files may have a byte order mark, CRLF, blank lines and no last line end', async () => {
  const file = join(folder, 'table');
  for (const text of ['id,name\r\n1,x\r\n\r\n2,"a\r\nb"', '{"id":1,"name":"x"}\r\n\r\n{"id":2,"name":"a\\r\\nb"}']) {
    writeFileSync(file, `\ufeff${text}`);
    expect((await read(file)).map((row) => [row[0], row[4]])).toEqual([
      [1, 'x'],
      [2, 'a\r\nb'],
    ]);
  }
});

test('a cell nested a hundred thousand deep is refused by its place', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  await expect(bad(`{"id":${deep},"value":1,"at":1,"note":"","name":""}`)).rejects.toThrow(
    `${join(folder, 'bad')}, row 1, column id: must be a whole number, not a list of 1`,
  );
});

describe('a Parquet file', () => {
  const rows: Row[] = Array.from({ length: 20 }, (_, i) => [i, i / 3, null, i % 3 ? 'a' : null, `name ${i % 4}`]);

  test('with any eight bytes changed into a huge number is read, or refused by its name', async () => {
    const whole = readFileSync(write('parquet', [rows]));
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = Buffer.from(whole);
      bytes.set([0, 0, 0, 0, 0, 0, 0, 0x40].slice(0, whole.length - at), at);
      const message = await bad(bytes).then(
        () => '',
        (error: Error) => error.message,
      );
      if (message) expect(message.startsWith(`${join(folder, 'bad')}`), message).toBe(true);
      expect(message).not.toContain('is not');
    }
  });

  test('cut off anywhere is refused by its name', async () => {
    const whole = readFileSync(write('parquet', [rows]));
    for (let length = 4; length < whole.length; length += 7) {
      await expect(bad(whole.subarray(0, length))).rejects.toThrow(
        `${join(folder, 'bad')}: is cut off or damaged Parquet`,
      );
    }
  });
});
