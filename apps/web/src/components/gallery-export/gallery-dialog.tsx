'use client';

import { Loader, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Notice } from '#components/notice.tsx';
import { useTRPC } from '#trpc/client.tsx';
import classes from './gallery-dialog.module.css';
import { GalleryForm } from './gallery-form.tsx';
import type { GalleryWish } from './use-gallery-form.ts';

interface GalleryDialogProps {
  wish: GalleryWish;
  isOpen: boolean;
  onClose: () => void;
}

/** Stays mounted when it is closed: a gallery that is being made is found again. */
export function GalleryDialog({ wish, isOpen, onClose }: GalleryDialogProps) {
  const isNarrow = useMediaQuery('(max-width: 48rem)') ?? false;
  const options = useTRPC().export.options.queryOptions({ runIds: [...wish.runIds] });
  // Runs go on while the dialog is closed.
  const { data: stock, error } = useQuery({ ...options, enabled: isOpen, staleTime: 10_000 });
  const count = wish.runIds.length;
  // Opened one moment after it is there, as only then it knows to whom it is to give the focus back.
  const [isShown, setIsShown] = useState(false);
  useEffect(() => setIsShown(isOpen), [isOpen]);
  return (
    <Modal.Root opened={isShown} onClose={onClose} keepMounted size="64rem" fullScreen={isNarrow}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={classes.body ?? ''}>
          <div className={classes.top}>
            <Modal.Title className={classes.title ?? ''}>
              Export the samples of {count === 1 ? 'this run' : `${count} runs`}
            </Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {error && (
            <p role="alert" className={classes.problem}>
              {error.message}
            </p>
          )}
          {!stock && !error && <Loader aria-label="Loading" />}
          {stock && stock.steps.length === 0 && (
            <Notice level={2} title="There are no samples yet" icon={<ImageOff size={22} aria-hidden="true" />}>
              The first sample grid is drawn after step 1. Come back once a run has trained for a moment.
            </Notice>
          )}
          {stock && stock.steps.length > 0 && <GalleryForm wish={wish} stock={stock} isOpen={isOpen} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
