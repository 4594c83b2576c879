'use client';

import { Moon, Sun } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import classes from './color-scheme-toggle.module.css';
import { PlainButton } from './plain-button.tsx';

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

export const SchemeMark = () => (
  <>
    <Sun size={17} className={classes.sun} aria-hidden="true" />
    <Moon size={17} className={classes.moon} aria-hidden="true" />
  </>
);
