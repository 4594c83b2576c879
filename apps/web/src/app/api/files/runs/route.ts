import { createContext } from '#server/context.ts';
import { sendTable } from '#server/send-table.ts';

export const dynamic = 'force-dynamic';

/** All runs that are not in the trash, with their configs. */
export function GET(request: Request): Response {
  const { store } = createContext();
  const runIds = store.table.listIds();
  if (runIds.length === 0) return new Response('There are no runs yet.\n', { status: 404 });
  return sendTable(store, request, { table: 'runs', runIds, name: 'duality-runs' });
}
