import { keys } from '../fixtures/serve-store.ts';
import { procedurePath } from './ask.ts';

export interface StreamEvent<T> {
  event: string;
  id: string | undefined;
  data: T;
}

/** The events of a subscription as they arrive, for as long as somebody asks for the next. */
export async function* subscribe<T>(
  url: string,
  procedure: string,
  input: unknown,
  headers: Record<string, string> = {},
): AsyncGenerator<StreamEvent<T>, void, void> {
  const leaving = new AbortController();
  try {
    const key = keys.get(Number(new URL(url).port));
    const response = await fetch(url + procedurePath(procedure, input), {
      headers: { accept: 'text/event-stream', ...(key && { authorization: `Bearer ${key}` }), ...headers },
      signal: leaving.signal,
    });
    if (!response.ok || !response.body) throw new Error(`${procedure} answered ${response.status}`);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) if (block.trim()) yield parse<T>(block);
    }
  } finally {
    leaving.abort();
  }
}

function parse<T>(block: string): StreamEvent<T> {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  return { event: fields.event ?? 'message', id: fields.id, data: fields.data ? JSON.parse(fields.data) : undefined };
}
