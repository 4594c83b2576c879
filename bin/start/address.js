import { createServer } from 'node:net';

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;
const EVERY_ADDRESS = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

export const isLoopback = (host) => LOOPBACK.test(host);

/** The address to open in a browser on this machine. */
export function urlOf(host, port) {
  const name = EVERY_ADDRESS[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}

/**
 * Whether the dashboard could listen there.
 * @returns {Promise<string | undefined>} what stands against it, with the remedy, in one line
 */
export async function findObstacle(host, port) {
  const code = await tryListening(host, port);
  if (code === undefined) return undefined;
  const other = `npm start -- --port ${port < 65535 ? port + 1 : 3001}`;
  if (code === 'EADDRINUSE') {
    const who = (await isDuality(host, port))
      ? `Duality already runs at ${urlOf(host, port)}`
      : 'another program uses it';
    return `Port ${port} is taken: ${who}. Use another port: ${other}`;
  }
  if (code === 'EACCES') return `Port ${port} is not allowed for this user. Use another port: npm start -- --port 3000`;
  return `--host ${host}: this machine cannot listen on that address (${code}). Leave --host out for 127.0.0.1.`;
}

function tryListening(host, port) {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', (error) => settle(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => settle(undefined)));
  });
}

/** What the dashboard says of itself; undefined when nothing of ours answers. */
export async function askHealth(host, port) {
  try {
    const answer = await fetch(`${urlOf(host, port)}/api/health`, { signal: AbortSignal.timeout(2000) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Lets the dashboard load the code of its pages before the first person waits for it. */
export async function warmUp(host, port, key) {
  const headers = { Authorization: `Bearer ${key}` };
  for (const page of ['/runs', '/runs/1', '/compare?runs=1', '/api/trpc/system.health']) {
    await fetch(urlOf(host, port) + page, { headers, signal: AbortSignal.timeout(10_000) }).then(
      (answer) => answer.text(),
      () => {},
    );
  }
}

const isDuality = async (host, port) => (await askHealth(host, port))?.ok === true;
