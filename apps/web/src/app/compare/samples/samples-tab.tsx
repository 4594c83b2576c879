'use client';

import type { RunSummary } from '@duality/shared';

export function SamplesTab({ runs }: { runs: readonly RunSummary[] }) {
  return <p>{runs.length} runs</p>;
}
