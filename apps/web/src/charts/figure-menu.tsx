'use client';

import { FileDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import type { FigureMenuProps } from './figure-items.tsx';

const Mark = () => <FileDown size={14} aria-hidden="true" />;
const FigureItems = dynamic(() => import('./figure-items.tsx').then((items) => items.FigureItems), { loading: Mark });

/** The chart as a file: a picture with its legend, or the numbers that are drawn. Fetched when it is first wanted. */
export function FigureMenu(props: FigureMenuProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <FigureItems {...props} />;
  return (
    <PlainButton
      isIcon
      aria-label={`Download ${props.description.title}`}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <Mark />
    </PlainButton>
  );
}
