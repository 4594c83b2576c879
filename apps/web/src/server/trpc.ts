import { initTRPC } from '@trpc/server';
import type { Context } from './context.ts';
import { messageFor, placeOf, problemsOf, withCode } from './errors.ts';

const trpc = initTRPC.context<Context>().create({
  // Stacks belong in the terminal, also while developing.
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 5_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: messageFor(error),
    data: { ...shape.data, problems: problemsOf(error), place: placeOf(error) },
  }),
});

export const { router, createCallerFactory } = trpc;

export const procedure = trpc.procedure.use(async ({ ctx, next }) => {
  const result = await next();
  if (!result.ok) throw withCode(result.error, ctx.store.file);
  return result;
});
