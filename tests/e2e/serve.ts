import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seedStore } from '../fixtures/seed-store.ts';

// The built dashboard over a freshly seeded store, until told to stop or until the process that wants it is gone.
// Its arguments are the port and that process's id.
const repository = join(import.meta.dirname, '../..');
const file = process.env.DUALITY_E2E_STORE;
const port = process.argv[2];
if (!file || !port) throw new Error('playwright.config.ts says which store and port to serve');
if (!existsSync(join(repository, 'apps/web/.next/BUILD_ID'))) {
  throw new Error('apps/web is not built, and these tests look at the built dashboard: run "npm run build" first');
}

seedStore(file);
const door = join(repository, 'apps/web/bin/serve.js');
const server = spawn(process.execPath, [door, '-p', port], {
  cwd: repository,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DUALITY_STORE: file },
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
const runner = Number(process.argv[3]);
setInterval(() => {
  try {
    process.kill(runner, 0);
  } catch {
    server.kill('SIGTERM');
  }
}, 2000).unref();
server.on('exit', (code) => {
  rmSync(dirname(file), { recursive: true, force: true });
  process.exitCode = code ?? 0;
});
