'use client';

import type { Pin } from '@duality/shared';
import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pencil, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { namePicture } from './name-picture.ts';
import { PinForm } from './pin-form.tsx';
import classes from './pin-strip.module.css';
import { RunSwatch } from './run-swatch.tsx';
import { SampleCanvas } from './sample-canvas.tsx';
import { tileCount } from './tile-box.ts';
import { useRunChanges } from './use-run-changes.tsx';

interface PinItemProps {
  pin: Pin;
  runName: string;
  isPlot: boolean;
  onOpen: () => void;
}

export function PinItem({ pin, runName, isPlot, onOpen }: PinItemProps) {
  const { grid, note } = pin;
  const what = namePicture(pin);
  const tile = pin.tile !== null && grid && pin.tile < tileCount(grid) ? pin.tile : undefined;
  return (
    <li className={classes.pin}>
      <UnstyledButton className={classes.open ?? ''} onClick={onOpen}>
        <span className={classes.picture}>
          {grid && <SampleCanvas grid={grid} tile={tile} isPlot={isPlot} isReduced={tile === undefined} />}
        </span>
        <span className={classes.words}>
          <span className={classes.what}>{what} </span>
          <span className={classes.run}>
            <RunSwatch runId={pin.runId} /> {runName}{' '}
          </span>
          {note && <span className={classes.note}>{note}</span>}
        </span>
      </UnstyledButton>
      <PinActions pin={pin} what={`${what.toLowerCase()} of run ${pin.runId}`} />
    </li>
  );
}

function PinActions({ pin, what }: { pin: Pin; what: string }) {
  const trpc = useTRPC();
  const { changingPin } = useRunChanges();
  const [isOpen, setOpen] = useState(false);
  const noted = useMutation(trpc.pin.note.mutationOptions(changingPin('Noted', () => `The note of ${what} is saved.`)));
  const removed = useMutation(
    trpc.pin.remove.mutationOptions(changingPin('Pin taken off', () => `It was on ${what}.`)),
  );
  const [edit, remove] = [`Note of ${what}`, `Take the pin off ${what}`];
  return (
    <span className={classes.actions}>
      <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withArrow shadow="md" width={280}>
        <Popover.Target>
          <Tooltip label={edit} disabled={isOpen}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={edit}
              aria-haspopup="dialog"
              onClick={() => setOpen(!isOpen)}
            >
              <Pencil size={13} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown aria-label={edit}>
          {isOpen && (
            <PinForm
              title={edit}
              note={pin.note}
              verb="Save"
              onSave={(note) => noted.mutateAsync({ id: pin.id, note })}
              onClose={() => setOpen(false)}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <Tooltip label={remove}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={remove}
          onClick={() => removed.mutate({ id: pin.id })}
        >
          <PinOff size={13} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
