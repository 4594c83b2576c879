'use client';

import { useCallback, useRef } from 'react';

/** A function that stays the very same and does what the newest `body` does: parts that are given it need not render anew. */
export function useNewest<Args extends unknown[], Result>(body: (...args: Args) => Result): (...args: Args) => Result {
  const newest = useRef(body);
  newest.current = body;
  return useCallback((...args: Args) => newest.current(...args), []);
}
