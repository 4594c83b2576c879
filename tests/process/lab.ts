import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { configure, getPreset, type RunConfig } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import { expect, onTestFinished } from 'vitest';
import { query } from '../fixtures/query.ts';

export { query };

/** Cheap steps of the real networks on the real data. */
export const tiny = ['wgan-gp-mnist', '--set', 'batchSize=4', '--set', 'criticSteps=1', '--set', 'evaluateEvery=0'];

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  pid: number;
  stdout: () => string;
  stderr: () => string;
  kill: (signal: NodeJS.Signals) => void;
  isOver: () => boolean;
  ended: Promise<Ended>;
}

/** A folder for one test. When that ends, so do all processes that were started on it, and it is removed. */
export function makeFolder(): string {
  const outer = mkdtempSync(join(tmpdir(), 'duality-process-'));
  const folder = join(outer, 'work');
  mkdirSync(folder);
  onTestFinished(async () => {
    await waitFor('the end of all processes', () => !listProcesses(folder).some(killNow));
    rmSync(outer, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}

/** An empty disk in the folder, of so many megabytes. Skips the test where this user may not mount. */
export function mountDisk(folder: string, megabytes: number, skip: (note: string) => never): string {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('this user may not mount a small disk');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

/** Starts `apps/trainer/bin/NAME.js`, the script `NAME.ts` of this folder, or a script by its path in the repository, in `folder`, with the engine choice of the environment and none of its other settings. */
export function start(folder: string, name: string, args: string[], env: Record<string, string> = {}): Running {
  const door = fileURLToPath(new URL(scriptOf(name), import.meta.url));
  const { INIT_CWD, DUALITY_STORE, DUALITY_DEBUG, ...inherited } = process.env;
  // A file, as behind a shell's 2>: Node's own pipes are sockets, on which the engine cannot silence its library.
  const stderrFile = join(dirname(folder), `stderr-${randomUUID()}`);
  const stderr = openSync(stderrFile, 'a');
  const child = spawn(process.execPath, [door, ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', stderr],
  });
  closeSync(stderr);
  let stdout = '';
  let isOver = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      isOver = true;
      resolve({ code, signal, stdout, stderr: readFileSync(stderrFile, 'utf8') });
    });
  });
  onTestFinished(async ({ task }) => {
    child.kill('SIGKILL');
    const { code, signal, stderr } = await ended;
    if (task.result?.state !== 'fail') return;
    console.error(`${name} ${args.join(' ')} ended with ${code ?? signal} and said\n${stdout.slice(-500)}${stderr}`);
  });
  return {
    pid: child.pid as number,
    stdout: () => stdout,
    stderr: () => readFileSync(stderrFile, 'utf8'),
    kill: (signal) => void child.kill(signal),
    isOver: () => isOver,
    ended,
  };
}

const scriptOf = (name: string): string => {
  if (name.includes('/')) return `../../${name}`;
  return name.endsWith('.ts') ? `./${name}` : `../../apps/trainer/bin/${name}.js`;
};

export const run = (...args: Parameters<typeof start>): Promise<Ended> => start(...args).ended;

export async function waitFor<T>(what: string, probe: () => T, withinMs = 120_000): Promise<NonNullable<T>> {
  for (const from = performance.now(); performance.now() - from < withinMs; await setTimeout(10)) {
    const found = probe();
    if (found) return found;
  }
  throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`);
}

export interface Event {
  type: string;
  step?: number;
  values?: Record<string, number>;
  [key: string]: unknown;
}

/** Whole lines only: the last one may have been cut by a kill. */
export const readEvents = (stdout: string): Event[] =>
  (stdout.match(/^.+(?=\n)/gm) ?? []).map((line) => JSON.parse(line));

/** Steps that a `--json` process has acknowledged so far. */
export const readSteps = (stdout: string): number[] =>
  readEvents(stdout).flatMap(({ type, step }) => (type === 'metrics' && step !== undefined ? [step] : []));

export const waitForStep = ({ stdout, isOver }: Running, step: number) =>
  waitFor(`step ${step}`, () => {
    const isThere = (readSteps(stdout()).at(-1) ?? 0) >= step;
    if (!isThere && isOver()) throw new Error(`the trainer ended before step ${step}`);
    return isThere;
  });

export function withStore<T>(file: string, body: (store: Store) => T): T {
  const store = openStore(file);
  try {
    return body(store);
  } finally {
    store.close();
  }
}

/** A queued run of `tiny`'s kind; its id. */
export function queueRun(file: string, overrides: Partial<RunConfig>): number {
  const config = configure(getPreset('wgan-gp-mnist'), {
    batchSize: 4,
    criticSteps: 1,
    evaluateEvery: 0,
    ...overrides,
  });
  return withStore(file, (store) => store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config }).id);
}

/** A queued run with the cheapest steps there are, fit for the slowest engine. */
export function queuePoints(file: string, overrides: Partial<RunConfig>): number {
  const config = configure(getPreset('wgan-gp-ring'), { batchSize: 8, hiddenSize: 8, evaluateEvery: 0, ...overrides });
  return withStore(file, (store) => store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config }).id);
}

export const trainerPid = (file: string, runId: number) =>
  withStore(file, (store) => store.run.listClaimed().find(({ run }) => run.id === runId)?.process?.pid);

export const statusOf = (store: string, runId = 1) =>
  query(store, 'SELECT status FROM v_run WHERE run_id = ?', runId)[0]?.status;

export const reasonOf = (store: string, runId = 1) =>
  String(query(store, 'SELECT reason FROM v_run WHERE run_id = ?', runId)[0]?.reason);

/** Everything about a run that its seed determines, to the last bit: metrics, pictures and the final state. */
export function readCurve(store: string, runId = 1) {
  return {
    metrics: query(
      store,
      "SELECT name, step, value FROM v_metric WHERE run_id = ? AND name <> 'stepMs' ORDER BY 2, 1",
      runId,
    ),
    intervals: query(store, 'SELECT name, step, low, high FROM metric_interval WHERE run_id = ? ORDER BY 1, 2', runId),
    surfaces: query(store, 'SELECT step, detail FROM evaluation WHERE run_id = ? ORDER BY 1', runId),
    grids: query(store, 'SELECT step, hex(png) AS png FROM v_sample_grid WHERE run_id = ? ORDER BY 1', runId),
    state: query(store, 'SELECT step, sha256 FROM v_checkpoint WHERE run_id = ? ORDER BY 1 DESC LIMIT 1', runId),
  };
}

/** One sentence for a person, with the usage on a second line at most. */
export function expectOneLine(stderr: string, ...patterns: (RegExp | string)[]): void {
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(others.filter((other) => !other.startsWith('Usage: '))).toEqual([]);
  for (const pattern of patterns) expect(line).toMatch(pattern);
  expect(stderr).not.toMatch(/\n\s+at |unexpected error|\bSqliteError\b/);
}

/** Stops a process between two commits: in the middle of one it would keep the store locked for everybody. */
export async function holdStill(store: string, pid: number): Promise<void> {
  const db = new DatabaseSync(store, { timeout: 200 });
  try {
    await waitFor('a moment between commits', () => {
      process.kill(pid, 'SIGSTOP');
      if (mayWrite(db)) return true;
      process.kill(pid, 'SIGCONT');
      return false;
    });
  } finally {
    db.close();
  }
}

function mayWrite(db: DatabaseSync): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

/** Living processes whose command line names `text`. */
export function listProcesses(text: string): number[] {
  const commands = existsSync('/proc') ? readdirSync('/proc').map(commandOf) : listCommands();
  return commands.filter((command) => command.includes(text)).map((command) => Number.parseInt(command, 10));
}

function killNow(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false; // it has just ended
  }
}

/** `PID COMMAND`; empty for what is no process, or one that has ended, even while it is not yet buried. */
function commandOf(pid: string): string {
  try {
    return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
  } catch {
    return '';
  }
}

const listCommands = () => execFileSync('ps', ['-Ao', 'pid=,command='], { encoding: 'utf8' }).split('\n');
