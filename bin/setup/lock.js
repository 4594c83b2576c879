import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted, isInterrupted } from './child.js';

const RENEW_MS = 5000;
const SILENT_MS = 60_000;
const GUARD_MS = 10_000;

/**
 * Runs work while holding a lock file; another holder is waited for, a dead one is replaced.
 * @param {string} file
 * @param {{ onWait?: (pid: number) => void }} options
 * @param {(lock: { holdFor: (pid: number) => void }) => Promise<T>} work holdFor: the lock stays held while that process
 *   lives, even when this one is killed
 * @template T
 */
export async function withLock(file, { onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  let record = { pid: process.pid, started: startOf(process.pid), host: hostname(), token: Math.random().toString(36) };
  let told;
  while (!take(file, record)) {
    const holder = readLock(file);
    if (holder && isStale(holder, livingFacts(file))) removeStale(file);
    else {
      const pid = holder && livingHolder(holder);
      if (pid && told !== pid) onWait?.(pid);
      told = pid ?? told;
      await sleep(300);
      if (isInterrupted()) throw new Interrupted();
    }
  }
  const renewal = setInterval(() => {
    const now = new Date();
    if (readLock(file)?.token === record.token) utimesSync(file, now, now);
  }, RENEW_MS);
  renewal.unref();
  const holdFor = (pid) => {
    record = { ...record, child: { pid, started: startOf(pid) } };
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(record));
    renameSync(`${file}.${process.pid}`, file);
  };
  try {
    return await work({ holdFor });
  } finally {
    clearInterval(renewal);
    if (readLock(file)?.token === record.token) rmSync(file, { force: true });
  }
}

/** Whether nobody holds this lock any more. Pure: what is known of processes and time comes in as facts. */
export function isStale(record, { host, ageMs, isLiving }) {
  // Processes of another machine (a shared home) cannot be seen; its holder renews the file while it lives.
  if (record.host !== host) return ageMs > SILENT_MS;
  if (!record.pid) return ageMs > GUARD_MS;
  const holders = [record, ...(record.child ? [record.child] : [])];
  return !holders.some(({ pid, started }) => isLiving(pid, started));
}

/** Whom to wait for: a killed set-up may have left an npm that is still at work. */
const livingHolder = ({ pid, host, started, child }) =>
  host === hostname() && pid && child && !isLiving(pid, started) ? child.pid : pid;

/** Linking a finished file: whoever sees the lock sees all of it, and only one can succeed. */
function take(file, record) {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(record));
  try {
    linkSync(partial, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return takeWithoutLinks(file, record, error);
  } finally {
    rmSync(partial, { force: true });
  }
}

function takeWithoutLinks(file, record, cause) {
  if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(cause.code)) throw cause;
  try {
    writeFileSync(file, JSON.stringify(record), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two waiters may both see a dead holder: only the one with the guard removes, and it looks again first. */
function removeStale(file) {
  const guard = `${file}.guard`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageOf(guard) > GUARD_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    const record = readLock(file);
    if (record && isStale(record, livingFacts(file))) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return error.code === 'ENOENT' ? undefined : { host: hostname() };
  }
}

const ageOf = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

const livingFacts = (file) => ({ host: hostname(), ageMs: ageOf(file), isLiving });

function isLiving(pid, started) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return started === undefined || startOf(pid) === started;
}

/** Which process a pid means, where the system says so: pids are used again. */
function startOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}
