import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunId } from '@duality/shared';
import { isAlive } from '@duality/shared/store';
import type { Launcher, TrainerExit } from './launcher.ts';

const door = fileURLToPath(new URL('../../../bin/train.js', import.meta.url));

/**
 * Trainers as processes of this machine, each with its own group and its output in a file, so that neither the
 * terminal's Ctrl-C nor the end of the scheduler touches them. An argument array and a fixed door: no user text.
 */
export function createLocalLauncher(storeFile: string): Launcher {
  const held = new Map<RunId, ChildProcess>();
  const exits = new Map<RunId, TrainerExit>();
  let next = Promise.withResolvers<void>();
  const end = (runId: RunId, child: ChildProcess, reason: string) => {
    // The trainer before this run's present one: that one's end is not this one's.
    if (held.get(runId) !== child) return;
    exits.set(runId, { runId, reason });
    next.resolve();
    next = Promise.withResolvers<void>();
  };
  const folder = `${storeFile}-logs`;
  return {
    launch: (runId, { threads }) => {
      mkdirSync(folder, { recursive: true });
      const logFile = join(folder, `run-${runId}.log`);
      const output = openSync(logFile, 'w');
      const child = spawn(process.execPath, [door, '--claimed', String(runId), '--store', storeFile], {
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...process.env, DUALITY_THREADS: String(threads) },
      });
      closeSync(output);
      held.set(runId, child);
      exits.delete(runId);
      child.on('error', (error) => end(runId, child, `could not be started: ${error.message}`));
      child.on('exit', (code, signal) => end(runId, child, describeExit(code, signal, logFile)));
      child.unref();
    },
    holds: (runId) => held.has(runId),
    listExits: () => [...exits.values()],
    nextExit: () => next.promise,
    forget: (runId) => {
      held.delete(runId);
      exits.delete(runId);
    },
    stop: (trainer, atOnce) => {
      if (isAlive(trainer)) signal(trainer.pid, atOnce ? 'SIGKILL' : 'SIGTERM');
    },
    measureMemory: (trainer) => (isAlive(trainer) ? readMemory(trainer.pid) : undefined),
  };
}

function signal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {} // it ended just now
}

/** Linux only. */
function readMemory(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

function describeExit(code: number | null, signal: NodeJS.Signals | null, logFile: string): string {
  if (signal === 'SIGKILL') return 'was ended by SIGKILL (someone killed it, or the machine ran out of memory)';
  const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
  if (/heap out of memory/i.test(readTail(logFile))) {
    return `ran out of memory (${how}): its JavaScript heap was full; give it more with NODE_OPTIONS=--max-old-space-size=MB, or make the run smaller`;
  }
  const words = lastLines(logFile);
  return words ? `${how}: ${words}` : how;
}

const lastLines = (file: string): string => readTail(file).trimEnd().split('\n').slice(-3).join(' | ').slice(-500);

function readTail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-20_000);
  } catch {
    return '';
  }
}
