'use client';

import { useRef } from 'react';

/** The same list as long as it holds the same things: what is made of it is made anew only then. */
export function useSteadyList<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  const isSame = kept.current.length === list.length && list.every((item, at) => item === kept.current[at]);
  if (!isSame) kept.current = list;
  return kept.current;
}
