'use client';

import type { RunSummary } from '@duality/shared';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from './plain-button.tsx';

const RunMenu = dynamic(() => import('./run-menu.tsx').then((menu) => menu.RunMenu), {
  loading: () => <Ellipsis size={17} aria-hidden="true" />,
});

/** A run's menu, which is fetched when it is first wanted. */
export function RunMenuButton({ run }: { run: RunSummary }) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <RunMenu run={run} isOpenAtFirst />;
  return (
    <PlainButton
      isIcon
      aria-label={`Actions for ${run.name}`}
      aria-haspopup="menu"
      data-stop="menu"
      onClick={() => setWanted(true)}
    >
      <Ellipsis size={17} aria-hidden="true" />
    </PlainButton>
  );
}
