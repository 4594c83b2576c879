import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error plain JavaScript without types
import { warmUp } from '../../../bin/start/address.js';
import { serveStore } from '../../fixtures/serve-store.ts';
import { withPage } from './browser.ts';
import { moveCurves } from './gestures.ts';
import { watchLive } from './live.ts';
import { open } from './open.ts';
import { seed } from './seed.ts';

// Measures the built dashboard in a real Chromium and prints one JSON object: node main.ts VISITS SECONDS.
const [visits = 3, seconds = 60] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'duality-bench-'));
const file = join(folder, 'bench.db');
try {
  seed(file);
  const server = await serveStore(file);
  // As npm start does before it prints the address.
  await warmUp('127.0.0.1', server.port);
  try {
    const opened = await withPage((page) => open(page, server.url, visits));
    const moved = await withPage((page) => moveCurves(page, server.url));
    const liveMs = await withPage((page) => watchLive(page, server.url, file, seconds));
    console.log(JSON.stringify({ opened, ...moved, liveMs }));
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
