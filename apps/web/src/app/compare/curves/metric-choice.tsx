'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import type { MetricListProps } from './metric-list.tsx';

const MetricList = dynamic(() => import('./metric-list.tsx').then((list) => list.MetricList));

/** Which charts are shown. The list is fetched when it is first wanted, as most look at all of them. */
export function MetricChoice(props: MetricListProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted || props.chosen.length > 0) return <MetricList {...props} isOpen={isWanted} />;
  return (
    <div>
      <PlainButton aria-haspopup="listbox" onClick={() => setWanted(true)}>
        All charts; choose some
      </PlainButton>
    </div>
  );
}
