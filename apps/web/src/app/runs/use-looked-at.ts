import { useEffect, useMemo } from 'react';
import type { Row } from './rows.ts';

/** The offsets of the runs among these rows, told to `onLook` whenever they are others. */
export function useLookedAt(rows: readonly Row[], onLook: (offsets: readonly number[]) => void): number[] {
  const offsets = useMemo(() => rows.flatMap((row) => (row.kind === 'run' ? [row.offset] : [])), [rows]);
  useEffect(() => onLook(offsets), [offsets, onLook]);
  return offsets;
}
