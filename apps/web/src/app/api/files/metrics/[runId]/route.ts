import { createContext } from '#server/context.ts';
import { sendTable } from '#server/send-table.ts';

export const dynamic = 'force-dynamic';

/** All points of one run, at full resolution. */
export async function GET(request: Request, { params }: { params: Promise<{ runId: string }> }): Promise<Response> {
  const { runId } = await params;
  if (!/^[1-9]\d{0,14}$/.test(runId)) return missing();
  const { store } = createContext();
  try {
    store.run.get(Number(runId));
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return missing();
    throw error;
  }
  return sendTable(store, request, {
    table: 'metrics',
    runIds: [Number(runId)],
    name: `duality-run-${runId}-metrics`,
  });
}

const missing = () => new Response('There is no such run.\n', { status: 404 });
