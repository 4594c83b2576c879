import type { IncomingMessage } from 'node:http';

const most = 4096;

/** The text of a small body; undefined when it is larger than 4 KB. */
export async function readShortBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
