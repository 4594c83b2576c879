import { TRPCError } from '@trpc/server';
import type { Context } from './context.ts';

/**
 * Next waits for open requests before it exits, and an open page never ends its streams. This error ends them; pages
 * take it for a lost connection and come back when there is a server again.
 */
export function closeOnExit({ store, live }: Context): void {
  const end = () => live.end(new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'Duality is shutting down' }));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('exit', store.close);
}
