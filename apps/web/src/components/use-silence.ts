import type { Run } from '@duality/shared';
import { useState } from 'react';
import { useNow } from './use-now.ts';

/** A shorter one may be a large step, or an evaluation that is waited for. */
const shortestMs = 30_000;

/** For how many ms a running run has done no step while this page was looking; null while that is too short to tell of. */
export function useSilence({ status, lastStep }: Pick<Run, 'status' | 'lastStep'>): number | null {
  const now = useNow(1000);
  const state = `${status} ${lastStep}`;
  const [last, setLast] = useState({ state, at: now });
  if (last.state !== state) setLast({ state, at: now });
  const silentMs = now - last.at;
  return status === 'running' && silentMs >= shortestMs ? silentMs : null;
}
