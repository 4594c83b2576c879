import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createContext } from '#server/context.ts';
import { exportJobsOf } from '#server/exports/jobs-of-store.ts';

export const dynamic = 'force-dynamic';

/** A file that was made before; the browser saves it, whatever is in it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const { file, name, mediaType } = exportJobsOf(createContext().store).open(id);
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return missing();
    throw error;
  }
}

const missing = () => new Response('There is no such export. Files are kept for an hour.\n', { status: 404 });
