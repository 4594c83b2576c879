import type { Store } from '@duality/shared/store';
import { TRPCError } from '@trpc/server';
import type { Live } from './live.ts';

/**
 * Next waits for open requests before it exits, and an open page never ends its streams. This error ends them; pages
 * take it for a lost connection and come back when there is a server again.
 */
export function closeOnExit(store: Store, live: Live): void {
  const end = (exitCode: number) => () => {
    live.end(new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'Duality is shutting down' }));
    // Next would also wait out the keep-alive of their sockets, some 5 s.
    setTimeout(() => process.exit(exitCode), 300);
  };
  process.once('SIGINT', end(130));
  process.once('SIGTERM', end(143));
  process.once('exit', store.close);
}
