'use client';

import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import classes from './runs-view.module.css';

const DownloadMenu = dynamic(() => import('./download-menu.tsx').then((menu) => menu.DownloadMenu), {
  loading: () => <Download size={16} aria-hidden="true" />,
});

/** The menu is fetched when it is first wanted. */
export function DownloadRuns() {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <DownloadMenu />;
  return (
    <PlainButton
      className={classes.download ?? ''}
      aria-label="Download all runs"
      aria-haspopup="menu"
      title="Download all runs"
      onClick={() => setWanted(true)}
    >
      <Download size={16} aria-hidden="true" />
    </PlainButton>
  );
}
