import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type Store } from '@duality/shared/store';
import { vi } from 'vitest';
import { type SeededRuns, seedStore } from '../fixtures/seed-store.ts';

// Seeding and starting take a while where the processor is shared.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 180_000 });

const repository = join(import.meta.dirname, '../..');
const next = join(repository, 'node_modules/next/dist/bin/next');

export interface TestServer {
  port: number;
  url: string;
  runs: SeededRuns;
  /** A second connection to the server's store, as a trainer has one. */
  store: Store;
  stop: () => Promise<void>;
}

/** The built dashboard as `npm start` runs it, over a seeded store in a folder of its own. */
export async function startServer({ steps = 2000 } = {}): Promise<TestServer> {
  if (!existsSync(join(repository, 'apps/web/.next/BUILD_ID'))) {
    throw new Error('apps/web is not built, and these tests ask the built server: run "npm run build" first');
  }
  const folder = mkdtempSync(join(tmpdir(), 'duality-http-'));
  const file = join(folder, 'duality.db');
  const runs = seedStore(file, { steps });
  const port = await findFreePort();
  const child = spawn(process.execPath, [next, 'start', 'apps/web', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DUALITY_STORE: file },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url);
  const store = openStore(file);
  const stop = async () => {
    store.close();
    await end(child);
    rmSync(folder, { recursive: true });
  };
  return { port, url, runs, store, stop };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let output = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    output += text;
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not become ready:\n${output}`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), sleep(8000, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  throw new Error('the server did not end within 8 s of SIGTERM');
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
