import { createContext } from '#server/context.ts';

export const dynamic = 'force-dynamic';

/** `ID.png`: samples over their nearest training images. Its bytes never change; a step that is repeated gets a new id. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, id] = /^([1-9]\d{0,14})\.png$/.exec((await params).name) ?? [];
  if (!id) return missing();
  try {
    const png = createContext().store.evaluation.getNeighbours(Number(id));
    return new Response(new Uint8Array(png), {
      headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=31536000, immutable' },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return missing();
    throw error;
  }
}

const missing = () => new Response('There is no such picture of neighbours.\n', { status: 404 });
