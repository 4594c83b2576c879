import { createContext } from '#server/context.ts';

export const dynamic = 'force-dynamic';

/** The PNG of one sample grid. A grid's bytes never change; a step that is repeated gets a new id. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (!/^[1-9]\d{0,14}$/.test(id)) return missing();
  try {
    const png = createContext().store.sampleGrid.getPng(Number(id));
    return new Response(new Uint8Array(png), {
      headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=31536000, immutable' },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return missing();
    throw error;
  }
}

const missing = () => new Response('There is no such sample grid.\n', { status: 404 });
