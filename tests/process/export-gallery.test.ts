import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SeededRuns, seedStore } from '../fixtures/seed-store.ts';
import { expectOneLine, makeFolder, run, start, waitFor, withStore } from './lab.ts';

type Skip = (note: string) => never;

/** What a program that nobody here wrote says; skips the test where it is not installed. */
function ask(skip: Skip, program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip(`there is no ${program} here`);
    throw error;
  }
}

function makeLab() {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const runs = seedStore(store, { steps: 200 });
  const write = (...args: string[]) => run(folder, 'export', ['gallery', '--store', store, ...args]);
  return { folder, store, runs, write };
}

const stepsOf = (store: string, runs: readonly number[]): number[] =>
  withStore(store, ({ sampleGrid }) =>
    [...new Set(runs.flatMap((id) => sampleGrid.list(id).map(({ step }) => step)))].sort((a, b) => a - b),
  );

test.for(['gif', 'webp'] as const)(
  'ImageMagick reads every frame of a %s of three runs, and its delays',
  async (format, { skip }) => {
    const { folder, store, runs, write } = makeLab();
    const chosen = [runs.completed, runs.failed, runs.points];
    const named = chosen.flatMap((id) => ['--run', String(id)]);
    const written = await write('--out', 'a/gallery', '--format', format, '--delay', '150', ...named);
    const steps = stepsOf(store, chosen);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    const [, frames, width, height] = /^Wrote (\d+) frames of (\d+) × (\d+) pixels/.exec(written.stdout) ?? [];
    expect(Number(frames)).toBe(steps.length);
    const said = ask(skip, 'identify', '-format', '%T %w %h\n', `${format}:${join(folder, 'a/gallery')}`);
    const delays = steps.map((_, i) => (i === steps.length - 1 ? 150 : 15));
    // Frames of WebP are told without delays by some versions.
    const lines = said.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ').slice(1).join(' '))).toEqual(steps.map(() => `${width} ${height}`));
    if (format === 'gif') expect(lines.map((line) => Number(line.split(' ')[0]))).toEqual(delays);
  },
);

test('unzip finds the archive whole, and its pictures are those of the store', async ({ skip }) => {
  const { folder, store, runs, write } = makeLab();
  const written = await write('--out', 'g.zip', '--format', 'zip', '--run', String(runs.completed), '--steps', '1,200');
  expect(written).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Wrote 2 pictures, .* to .*g\.zip\.\n$/),
  });
  const archive = join(folder, 'g.zip');
  expect(ask(skip, 'unzip', '-t', archive)).toContain('No errors detected');
  mkdirSync(join(folder, 'out'));
  ask(skip, 'unzip', '-q', archive, '-d', join(folder, 'out'));
  const manifest = JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8'));
  expect(manifest.pictures.map(({ step }: { step: number }) => step)).toEqual([1, 200]);
  for (const { file, step, sha256 } of manifest.pictures) {
    const picture = readFileSync(join(folder, 'out', file));
    const stored = withStore(store, ({ sampleGrid }) =>
      sampleGrid.getPng(sampleGrid.find(runs.completed, step)?.id ?? 0),
    );
    expect(picture.equals(stored)).toBe(true);
    expect(ask(skip, 'sha256sum', join(folder, 'out', file))).toContain(sha256);
  }
});

test('a contact sheet of 5 tiles is a PNG of the told size, and all runs are taken when none is named', async ({
  skip,
}) => {
  const { folder, runs, write } = makeLab();
  const written = await write('--out', 'sheet.png', '--format', 'png', '--tiles', '0-4', '--steps', '1,2,4,100');
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toContain(`run ${runs.points} draws points`);
  const [, width, height] = /of (\d+) × (\d+) pixels/.exec(written.stdout) ?? [];
  const said = ask(skip, 'identify', '-format', '%m %w %h %[channels]', join(folder, 'sheet.png'));
  expect(said).toMatch(new RegExp(`^PNG ${width} ${height} s?rgb`));
});

test('Ctrl-C ends it with 130, and nothing is left', async () => {
  const { folder, store } = makeLab();
  const args = ['gallery', '--store', store, '--out', 'out/big.webp', '--format', 'webp', '--scale', '4'];
  const exporting = start(folder, 'export', args);
  const out = join(folder, 'out');
  await waitFor('the first bytes', () => readdirSync(folder).includes('out') && readdirSync(out).length > 0);
  exporting.kill('SIGINT');
  expect(await exporting.ended).toMatchObject({ code: 130, stdout: '' });
  expect(readdirSync(out)).toEqual([]);
});

test('what cannot be made is refused in one line', async () => {
  const { folder, runs, write } = makeLab();
  const refuse = async (args: string[], code: number, ...says: (string | RegExp)[]) => {
    const refused = await write('--out', 'x', ...args);
    expect(refused).toMatchObject({ code, stdout: '' });
    expectOneLine(refused.stderr, ...says);
  };
  const of = (key: keyof SeededRuns) => ['--format', 'zip', '--run', String(runs[key])];
  await refuse([], 2, '--format: must be one of html, gif, webp, png, zip');
  await refuse(['--format', 'bmp'], 2, '--format', 'not "bmp"');
  await refuse(
    [...of('completed'), '--steps', '1,3'],
    2,
    '--steps: no sample grid of step 3',
    'the nearest are 2 and 4',
  );
  await refuse([...of('completed'), '--steps', 'first'], 2, '--steps', '"first"');
  await refuse([...of('completed'), '--tiles', '0-64'], 2, '--tiles: there is no tile 64', '0 to 63');
  await refuse([...of('completed'), '--tiles', '4-0'], 2, '--tiles', '"4-0"');
  await refuse([...of('queued')], 2, '--run', `run ${runs.queued} has no sample grids yet`);
  await refuse(['--format', 'zip', '--run', '99'], 2, 'there is no run 99');
  await refuse(['--format', 'gif', '--delay', '5'], 2, '--delay', 'at least 20');
  await refuse(['--format', 'gif', '--scale', '9'], 2, '--scale: must be 1 to 8');
  await refuse(['--format', 'zip', '--store', 'nosuch.db'], 1, 'there is no store', 'nosuch.db');
  await refuse([...of('completed'), '--out', '.'], 1, '--out', 'folder');
  expect(readdirSync(folder).filter((name) => !name.startsWith('lab.db'))).toEqual([]);
});
