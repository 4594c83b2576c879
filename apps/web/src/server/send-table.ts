import { findFormat, formatNames, getTable, type TableName } from '@duality/shared/export';
import type { Store } from '@duality/shared/store';

interface Download {
  table: TableName;
  runIds: readonly number[];
  /** Of the file, without its extension. */
  name: string;
}

/** A table as a file, made as fast as it is fetched; the format is that of `?format=`. */
export function sendTable(store: Store, request: Request, { table, runIds, name }: Download): Response {
  const extension = new URL(request.url).searchParams.get('format') ?? '';
  const format = findFormat(extension);
  if (!format) return new Response(`?format= must be one of ${formatNames.join(', ')}.\n`, { status: 400 });
  const { columns, read } = getTable(table);
  return new Response(stream(format.write(columns, read(store, runIds)), table), {
    headers: {
      'Content-Type': format.mediaType,
      'Content-Disposition': `attachment; filename="${name}.${extension}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** Nothing is read from the store before it is asked for, and nothing after the reader has left. */
function stream(chunks: Iterable<Uint8Array>, path: string): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream(
    {
      pull(controller) {
        try {
          const { value, done } = iterator.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          console.error(`download of ${path}:`, error);
          controller.error(error);
        }
      },
      cancel: () => void iterator.return?.(),
    },
    { highWaterMark: 0 },
  );
}
