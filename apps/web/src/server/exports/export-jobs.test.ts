import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createExportJobs } from './export-jobs.ts';
import { nameExport } from './export-name.ts';

/** A busy machine may take its time. */
const patience = 30_000;

function openJobs(options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'duality-jobs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, jobs: createExportJobs(folder, (error) => `because ${(error as Error).message}`, options) };
}

/** A writer that ends when it is told to. */
function makeWriter() {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const write = async (file: string) => {
    const bytes = await promise;
    writeFileSync(file, Buffer.alloc(bytes));
    return bytes;
  };
  return { write, end: resolve, fail: reject };
}

it('two are made at a time, and the next begins when one ends', async () => {
  const { jobs } = openJobs();
  const writers = [makeWriter(), makeWriter(), makeWriter()];
  const ids = writers.map(({ write }) => jobs.add([1], 'gif', write).id);
  const states = () => ids.map((id) => jobs.get(id).state);
  expect(states()).toEqual(['running', 'running', 'waiting']);
  writers[1]?.end(3);
  await vi.waitFor(() => expect(states()).toEqual(['running', 'done', 'running']), patience);
  expect(jobs.open(ids[1] as string)).toMatchObject({ mediaType: 'image/gif' });
  expect(jobs.get(ids[1] as string).bytes).toBe(3);
  writers[0]?.fail(new Error('it broke'));
  await vi.waitFor(() => expect(states()[0]).toBe('failed'), patience);
  expect(jobs.get(ids[0] as string).problem).toBe('because it broke');
  expect(() => jobs.open(ids[0] as string)).toThrow('not done');
});

it('files go when their time is over', async () => {
  const { folder, jobs } = openJobs({ keepMs: 200 });
  let made: string[] = [];
  const { id } = jobs.add([1], 'zip', async (file) => {
    writeFileSync(file, 'PK');
    made = readdirSync(folder);
    return 2;
  });
  await vi.waitFor(() => expect(() => jobs.get(id)).toThrow('files are kept for an hour'), patience);
  expect(made).toEqual([id]);
  expect(readdirSync(folder)).toEqual([]);
});

it('a queue that is too long takes no more', () => {
  const { jobs } = openJobs();
  for (let i = 0; i < 22; i++) jobs.add([1], 'gif', makeWriter().write);
  expect(() => jobs.add([1], 'gif', makeWriter().write)).toThrow('20 exports are waiting already');
});

it('files are named after their runs', () => {
  expect(nameExport([3], 'gif')).toBe('duality-gallery-run-3.gif');
  expect(nameExport([1, 4, 9], 'zip')).toBe('duality-gallery-runs-1-4-9.zip');
  expect(nameExport([1, 2, 3, 4, 5, 6], 'html')).toBe('duality-gallery-6-runs.html');
});
