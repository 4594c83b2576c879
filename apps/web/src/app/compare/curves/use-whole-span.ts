'use client';

import type { RunSummary, XAxis } from '@duality/shared';
import { useMemo } from 'react';
import type { Span } from '#charts/range.ts';
import { wholeSpan } from './whole-span.ts';

/** The span of the x-axis that all panels share; the same object until it grows. */
export function useWholeSpan(runs: readonly RunSummary[], axis: XAxis): Span | undefined {
  const { low, high } = wholeSpan(runs, axis, Date.now()) ?? {};
  return useMemo(() => (low === undefined || high === undefined ? undefined : { low, high }), [low, high]);
}
