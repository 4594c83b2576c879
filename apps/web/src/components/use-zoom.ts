'use client';

import { useMemo } from 'react';
import type { Span } from '#charts/range.ts';
import { parseView } from '#charts/viewport.ts';
import { useAddress } from './use-address.ts';

/** The part of the steps that the charts of the page are zoomed to; undefined for all, and where they count no steps. */
export function useZoom(): Span | undefined {
  const { query } = useAddress();
  const [from, to, axis] = [query.get('from'), query.get('to'), query.get('x')];
  return useMemo(() => (axis === null || axis === 'step' ? parseView(from, to) : undefined), [from, to, axis]);
}
