'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from './plain-button.tsx';
import { SchemeMark } from './scheme-mark.tsx';

const ColorSchemeMenu = dynamic(() => import('./color-scheme-menu.tsx').then((menu) => menu.ColorSchemeMenu), {
  loading: () => <SchemeMark />,
});

/** The menu is fetched when it is first wanted. */
export function ColorSchemeToggle() {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <ColorSchemeMenu />;
  return (
    <PlainButton isIcon aria-label="Colour scheme" aria-haspopup="menu" onClick={() => setWanted(true)}>
      <SchemeMark />
    </PlainButton>
  );
}
