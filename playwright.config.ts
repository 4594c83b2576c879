import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Workers read this file again and must find the server and the store of their run; two checkouts may be tested at once.
process.env.DUALITY_E2E_PORT ??= String(20_000 + (process.pid % 10_000));
process.env.DUALITY_E2E_STORE ??= join(mkdtempSync(join(tmpdir(), 'duality-e2e-')), 'duality.db');

const port = Number(process.env.DUALITY_E2E_PORT);

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  workers: 1,
  // Patience, not a promise: a shared machine may stand still for a while.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.DUALITY_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The Node that runs Playwright, whatever the PATH says.
    command: `"${process.execPath}" tests/e2e/serve.ts ${port} ${process.pid}`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
