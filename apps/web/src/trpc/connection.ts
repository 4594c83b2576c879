import { useSyncExternalStore } from 'react';

export type StreamState = 'connecting' | 'live' | 'lost';

export interface Connection {
  state: 'idle' | StreamState;
  /** When the oldest of the lost streams was lost. */
  lostAt: number | undefined;
}

const idle: Connection = { state: 'idle', lostAt: undefined };
const streams = new Map<string, { state: StreamState; lostAt: number | undefined }>();
const listeners = new Set<() => void>();
let current = idle;

/** Notes what became of one of the page's streams; undefined when it was closed on purpose. */
export function reportStream(name: string, state: StreamState | undefined, now = Date.now()): void {
  const before = streams.get(name);
  if (state === undefined) streams.delete(name);
  // A stream that was lost stays lost until it is live again, however often it tries.
  else if (state === 'live' || before?.lostAt === undefined) {
    streams.set(name, { state, lostAt: state === 'lost' ? now : undefined });
  }
  current = summarise();
  for (const listener of listeners) listener();
}

function summarise(): Connection {
  const all = [...streams.values()];
  const lost = all.flatMap((stream) => stream.lostAt ?? []);
  if (lost.length > 0) return { state: 'lost', lostAt: Math.min(...lost) };
  if (all.length === 0) return idle;
  return { state: all.every((stream) => stream.state === 'live') ? 'live' : 'connecting', lostAt: undefined };
}

export const getConnection = () => current;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How the streams of this page are doing, all together. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, getConnection, () => idle);
