'use client';

import { useRef } from 'react';

/**
 * What there is, or, while parts of it are asked for anew, what there was before, if that is about the same: a chart that
 * is zoomed stays where it is until it can be drawn more finely.
 */
export function useLastWhole<T>(value: T | undefined, about: string, isWhole: boolean): T | undefined {
  const last = useRef<{ value: T | undefined; about: string }>({ value: undefined, about });
  if (isWhole) last.current = { value, about };
  if (isWhole || last.current.about !== about) return value;
  return last.current.value ?? value;
}
