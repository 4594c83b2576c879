import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ExplainedError } from '@duality/shared';
import type { CarryTarget } from './carry-target.ts';

const timeoutMs = 10_000;
const pieceBytes = 512 * 1024;

interface Hub {
  hub: URL;
  /** That of the hub's store. */
  key: string;
  uid: string;
}

/** The folder of a run at a hub, by HTTP. */
export function hubTarget({ hub, key, uid }: Hub): CarryTarget {
  const ask = async <T>(kind: 'query' | 'mutation', name: string, input: object): Promise<T> => {
    const text = JSON.stringify({ uid, ...input });
    const url = new URL(`/api/trpc/exchange.${name}`, hub);
    if (kind === 'query') url.searchParams.set('input', text);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(timeoutMs);
    const request = kind === 'query' ? { headers, signal } : { method: 'POST', headers, signal, body: text };
    return readAnswer(hub, await fetch(url, request).catch(explainSilence(hub)));
  };
  return {
    list: () => ask('query', 'list', {}),
    read: async (name) => {
      const pieces: Buffer[] = [];
      for (let at = 0; ; at += pieceBytes) {
        const piece = Buffer.from(await ask<string>('query', 'read', { name, at }), 'base64');
        pieces.push(piece);
        if (piece.length < pieceBytes) return Buffer.concat(pieces);
      }
    },
    claim: (name) => ask('mutation', 'claim', { name }),
    append: async (name, at, bytes) => {
      await ask('mutation', 'append', { name, at, data: bytes.toString('base64') });
    },
    put: async (name, file) => {
      const bytes = await readFile(file);
      const whole = { name, total: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      for (let at = 0; at === 0 || at < bytes.length; at += pieceBytes) {
        const data = bytes.subarray(at, at + pieceBytes).toString('base64');
        await ask('mutation', 'put', { ...whole, at, data });
      }
    },
    remove: async (name) => {
      await ask('mutation', 'remove', { name });
    },
  };
}

const explainSilence = (hub: URL) => (error: Error & { cause?: Error }) => {
  throw new ExplainedError(`${hub.origin} does not answer (${error.cause?.message ?? error.message})`);
};

async function readAnswer<T>(hub: URL, answer: Response): Promise<T> {
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text).result.data;
  const words = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.trim().slice(0, 200);
  throw new ExplainedError(`${hub.origin} refuses (${answer.status}): ${words}`);
}
