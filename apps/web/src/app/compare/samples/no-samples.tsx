import type { RunSummary } from '@duality/shared';
import { ImageOff, Images } from 'lucide-react';
import { Notice } from '#components/notice.tsx';

interface NoSamplesProps {
  runs: readonly RunSummary[];
  isReading: boolean;
  problem: string | undefined;
}

/** In place of grids: why there are none, and what to do. */
export function NoSamples({ runs, isReading, problem }: NoSamplesProps) {
  if (problem !== undefined) {
    return (
      <Notice level={2} title="The samples could not be read" icon={<ImageOff size={26} />}>
        {problem}
      </Notice>
    );
  }
  if (runs.length === 0) {
    return (
      <Notice level={2} title="No run is shown" icon={<Images size={26} />}>
        Show one of the compared runs again, or set a slider back to any.
      </Notice>
    );
  }
  if (isReading) return <p role="status">Reading the samples …</p>;
  const isWaiting = runs.some(({ status }) => status === 'queued' || status === 'running');
  return (
    <Notice level={2} title="No samples yet" icon={<Images size={26} />}>
      {isWaiting
        ? 'The first grid of a run appears here after its step 1.'
        : 'These runs ended before they drew any; leave them out and add others to the comparison.'}
    </Notice>
  );
}
