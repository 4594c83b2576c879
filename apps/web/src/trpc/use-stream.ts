'use client';

import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { reportStream } from './connection.ts';

/** What every subscription is opened with, besides its input and `onData`. */
interface StreamObserver {
  onStarted: () => void;
  onConnectionStateChange: (change: { state: string; error?: unknown }) => void;
  onError: () => void;
}

type OpenStream = (observer: StreamObserver) => { unsubscribe: () => void };

const retryAfterMs = 2000;

/** Where a stream goes on: after what the cached answer already holds. */
export const lastEventId = (cached: { cursor: number } | undefined) => (cached ? String(cached.cursor) : null);

/**
 * Keeps a stream open while the tab is visible. `open` is called anew whenever it has to begin again and must then go
 * on from the newest cursor it knows. `key` undefined: nothing to follow yet.
 */
export function useStream(name: string, key: string | undefined, open: OpenStream): void {
  const isVisible = useDocumentVisibility() !== 'hidden';
  const newestOpen = useRef(open);
  newestOpen.current = open;

  useEffect(() => {
    if (key === undefined || !isVisible) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let stream: { unsubscribe: () => void } | undefined;
    const begin = () => {
      stream = newestOpen.current({
        onStarted: () => reportStream(name, 'live'),
        onConnectionStateChange: ({ state, error }) => {
          if (state === 'pending') reportStream(name, 'live');
          if (state === 'connecting') reportStream(name, error ? 'lost' : 'connecting');
        },
        onError: () => {
          reportStream(name, 'lost');
          retry = setTimeout(begin, retryAfterMs);
        },
      });
    };
    begin();
    return () => {
      clearTimeout(retry);
      stream?.unsubscribe();
      reportStream(name, undefined);
    };
  }, [name, key, isVisible]);
}
