import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');

/** The built dashboard over a store, on a free port. */
export async function serve(file: string): Promise<{ base: string; stop: () => Promise<void> }> {
  if (!existsSync(join(repository, 'apps/web/.next/BUILD_ID'))) {
    throw new Error('apps/web is not built: run "npm run build" first');
  }
  const port = await freePort();
  const next = join(repository, 'node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', 'apps/web', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DUALITY_STORE: file },
  });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300 && !(await answers(base)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    base,
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

const answers = (base: string) =>
  fetch(`${base}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
