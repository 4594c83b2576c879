import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';
import { createDoor } from './door.ts';
import { openStoreKey } from './store-key.ts';

/** A request has to be here, whole, within this: a slow one would hold a place that others need. */
const requestTimeout = 15_000;
const maxConnections = 2000;

const options = {
  host: { type: 'string', short: 'H', default: '127.0.0.1' },
  port: { type: 'string', short: 'p', default: '3000' },
  dev: { type: 'boolean', default: false },
} as const;

/** Runs the dashboard over the store of DUALITY_STORE until the process is ended. */
export async function serve(args: string[]): Promise<void> {
  const { host, port: text, dev } = parseArgs({ args, options }).values;
  const port = Number(text);
  const dir = new URL('../..', import.meta.url).pathname;
  const app = next({ dev, dir, hostname: host, port });
  await app.prepare(); // reads next.config.ts, which knows the store
  const door = createDoor({ key: keyOf(process.env.DUALITY_STORE as string), host, port });
  const [answer, upgrade] = [app.getRequestHandler(), app.getUpgradeHandler()];
  const server = createServer(
    { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: 1000 },
    (request: IncomingMessage, response: ServerResponse) => {
      door
        .answer(request, response, () => answer(request, response))
        .catch((error: unknown) => {
          console.error(error);
          response.destroy();
        });
    },
  );
  server.maxConnections = maxConnections;
  // Next's own socket, which only its development server has.
  server.on('upgrade', (request, socket, head) => {
    if (dev && door.isOpenTo(request)) void upgrade(request, socket, head);
    else socket.destroy();
  });
  server.listen(port, host);
}

/** Without a place to keep it the key lasts as long as this process. */
function keyOf(store: string): string {
  try {
    return openStoreKey(store);
  } catch (error) {
    console.error(`The dashboard's key cannot be kept beside the store (${(error as Error).message}).`);
    return crypto.randomUUID();
  }
}
