import { type IncomingHttpHeaders, request } from 'node:http';
import { keys } from '../fixtures/serve-store.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Sent as `Authorization` unless told otherwise: the key of the store that is asked. */
  key?: string | null;
}

/** Asks with exactly this path and these headers; `fetch` would tidy the path and refuse to set Host or Origin. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers: given = {}, body, key = keys.get(port) ?? null }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...(key !== null && { authorization: `Bearer ${key}` }), ...given };
    const isChunked = 'transfer-encoding' in headers;
    const length = body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const all = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all, text: all.toString() });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export const procedurePath = (procedure: string, input?: unknown) =>
  `/api/trpc/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

/** What a query answers; throws when it answers an error. */
export async function query<T>(port: number, procedure: string, input?: unknown): Promise<T> {
  const { status, text } = await ask(port, procedurePath(procedure, input));
  if (status !== 200) throw new Error(`${procedure} answered ${status}: ${text}`);
  return JSON.parse(text).result.data;
}
