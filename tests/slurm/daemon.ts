import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface Daemon {
  /** Sends the signal and resolves once the process is gone; by SIGKILL where it does not go by itself. */
  end: (signal: NodeJS.Signals) => Promise<void>;
  isOver: () => boolean;
}

/** A program's whole path, also in the folders of administrators; undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A program that stays in the foreground, in the group of this process, so that Ctrl-C ends both. */
export function startDaemon(name: string, args: readonly string[], env: Record<string, string>, log: string): Daemon {
  const output = openSync(log, 'a');
  const child = spawn(findProgram(name) ?? name, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
  });
  closeSync(output);
  let isOver = false;
  const over = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      resolve();
    };
    child.on('error', end);
    child.on('exit', end);
  });
  return {
    isOver: () => isOver,
    end: async (signal) => {
      if (isOver) return;
      child.kill(signal);
      await Promise.race([over, setTimeout(10_000, undefined, { ref: false })]);
      if (!isOver) child.kill('SIGKILL');
      await over;
    },
  };
}

/** So many ports of this machine that nobody listened on just now. */
export async function findPorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, openPort));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

const openPort = () =>
  new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

export async function waitUntil(
  what: string,
  probe: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  for (const from = performance.now(); performance.now() - from < withinMs; await setTimeout(50)) {
    if (await probe()) return;
  }
  throw new Error(`waited ${withinMs / 1000} s in vain until ${what}`);
}
