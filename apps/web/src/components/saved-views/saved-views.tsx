'use client';

import type { ViewPage } from '@duality/shared';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from '../plain-button.tsx';
import { ViewsMark } from './views-mark.tsx';

const ViewsMenu = dynamic(() => import('./views-menu.tsx').then((menu) => menu.ViewsMenu), {
  loading: () => (
    <PlainButton>
      <ViewsMark />
    </PlainButton>
  ),
});

/** Addresses of this page that were given a name. All that a view holds has to be in the address. */
export function SavedViews({ page }: { page: ViewPage }) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <ViewsMenu page={page} />;
  return (
    <PlainButton aria-haspopup="dialog" onClick={() => setWanted(true)}>
      <ViewsMark />
    </PlainButton>
  );
}
