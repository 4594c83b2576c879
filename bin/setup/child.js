import { spawn } from 'node:child_process';

const living = new Set();
let interrupted = false;

/** Thrown by whatever was under way when Ctrl-C or SIGTERM came. */
export class Interrupted extends Error {}

/**
 * Runs a program to its end and keeps the tail of what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, shell?: boolean, keep?: number,
 *   onText?: (text: string) => void, onStart?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>} code 127 when it could not be started
 */
export function run(command, args, { onText, onStart, keep = 200_000, ...options } = {}) {
  if (interrupted) return Promise.reject(new Interrupted());
  return new Promise((settle, reject) => {
    // Its own process group: Ctrl-C then reaches it through us, with everything that it started.
    const child = spawn(command, args, {
      ...options,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let output = '';
    let stdout = '';
    const collect = (isStdout) => (text) => {
      output = (output + text).slice(-keep);
      if (isStdout) stdout = (stdout + text).slice(-keep);
      onText?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', collect(true));
    child.stderr.setEncoding('utf8').on('data', collect(false));
    child.on('spawn', () => {
      living.add(child);
      onStart?.(child.pid);
    });
    child.on('error', (error) => settle({ code: 127, output: error.message, stdout: '' }));
    child.on('close', (code, signal) => {
      living.delete(child);
      if (interrupted) reject(new Interrupted());
      else settle({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output, stdout });
    });
  });
}

/** Sends a signal to a program and to everything it started. */
function signalTree(child, signal) {
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  else {
    try {
      process.kill(-child.pid, signal);
    } catch {
      child.kill(signal);
    }
  }
}

/** Ends what run() has under way; each such run then rejects with Interrupted. */
export function interruptAll() {
  interrupted = true;
  for (const child of living) signalTree(child, 'SIGTERM');
  setTimeout(() => {
    for (const child of living) signalTree(child, 'SIGKILL');
  }, 3000).unref();
}

export const isInterrupted = () => interrupted;

/** The last lines that say something. */
export function lastLines(text, count = 8) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-count);
}
