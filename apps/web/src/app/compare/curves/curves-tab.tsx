'use client';

import type { RunSummary } from '@duality/shared';

export function CurvesTab({ runs }: { runs: readonly RunSummary[] }) {
  return <p>{runs.length} runs</p>;
}
