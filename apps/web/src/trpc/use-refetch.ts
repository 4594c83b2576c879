'use client';

import { type QueryFilters, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** A function that asks again for what is shown of these queries: at once, then at most every `everyMs`. */
export function useRefetch(queries: QueryFilters, everyMs: number): () => void {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const askedAt = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  return () => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        askedAt.current = Date.now();
        void cache.invalidateQueries(queries, { cancelRefetch: false });
      },
      Math.max(0, askedAt.current + everyMs - Date.now()),
    );
  };
}
