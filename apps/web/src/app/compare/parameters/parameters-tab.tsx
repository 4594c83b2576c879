'use client';

import type { RunSummary } from '@duality/shared';
import type { Brush } from '../brush.ts';

interface ParametersTabProps {
  /** All that are compared. */
  runs: readonly RunSummary[];
  /** Those that no brush and no eye leaves out. */
  shown: readonly RunSummary[];
  brushes: readonly Brush[];
}

export function ParametersTab({ runs, shown, brushes }: ParametersTabProps) {
  return (
    <p>
      {shown.length} of {runs.length} runs, {brushes.length} brushes
    </p>
  );
}
