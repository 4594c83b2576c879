'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { Images } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';

/** Loaded when it is first asked for. */
const GalleryDialog = dynamic(() => import('./gallery-dialog.tsx').then((module) => module.GalleryDialog));

interface GalleryExportButtonProps extends ButtonProps {
  runIds: readonly number[];
  /** What is chosen when the dialog opens; everything when absent. */
  steps?: readonly number[];
  tiles?: readonly number[];
}

/** Opens the dialog that makes archives, contact sheets, animations and pages of these runs' samples. */
export function GalleryExportButton({ runIds, steps, tiles, ...look }: GalleryExportButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Images size={15} />}
        {...look}
        onClick={open}
        disabled={runIds.length === 0}
      >
        Export gallery
      </Button>
      {wasOpened && (
        <GalleryDialog
          key={runIds.join(' ')}
          wish={{ runIds, steps, tiles }}
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
