'use client';

import type { SampleGrid } from '@duality/shared';
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { namePicture } from './name-picture.ts';
import { PinForm } from './pin-form.tsx';
import { useRunChanges } from './use-run-changes.tsx';

interface PinButtonProps {
  grid: SampleGrid;
  /** Only this tile of it. */
  tile?: number | undefined;
  runName: string;
}

/** Marks the picture that is shown now, with a note, so that it is found again. */
export function PinButton({ grid, tile, runName }: PinButtonProps) {
  const { changingPin } = useRunChanges();
  const [isOpen, setOpen] = useState(false);
  const add = useMutation(
    useTRPC().pin.add.mutationOptions(changingPin('Pinned', () => `${what} of ${runName} is pinned.`)),
  );
  const what = namePicture({ step: grid.step, tile });
  const label = `Pin ${what.toLowerCase()} of run ${grid.runId}`;
  const place = { runId: grid.runId, step: grid.step, tile: tile ?? null };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withArrow shadow="md" width={280}>
      <Popover.Target>
        <Tooltip label={label} disabled={isOpen}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={label}
            aria-haspopup="dialog"
            onClick={() => setOpen(!isOpen)}
          >
            <Pin size={14} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {isOpen && (
          <PinForm
            title={`${what}, run ${grid.runId}`}
            note=""
            verb="Pin"
            onSave={(note) => add.mutateAsync({ ...place, note })}
            onClose={() => setOpen(false)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
