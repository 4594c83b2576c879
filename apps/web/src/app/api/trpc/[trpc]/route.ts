import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createContext } from '#server/context.ts';
import { logError } from '#server/errors.ts';
import { appRouter } from '#server/router.ts';

export const dynamic = 'force-dynamic';

const handle = (req: Request): Promise<Response> =>
  fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext, onError: logError });

export { handle as GET, handle as POST };
