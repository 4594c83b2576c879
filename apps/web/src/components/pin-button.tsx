'use client';

import type { SampleGrid } from '@duality/shared';
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { memo, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { namePicture } from './name-picture.ts';
import { PinForm } from './pin-form.tsx';
import { useRunChanges } from './use-run-changes.tsx';

interface PinButtonProps {
  runId: number;
  /** Only this tile. */
  tile?: number | undefined;
  /** What is shown when it is pressed. The very same function at all steps, or playing would draw every button anew. */
  findGrid: () => SampleGrid | undefined;
}

/** Marks the picture that is shown now, with a note, so that it is found again. */
export const PinButton = memo(({ runId, tile, findGrid }: PinButtonProps) => {
  const { changingPin } = useRunChanges();
  const [step, setStep] = useState<number>();
  const what = namePicture({ step: step ?? 0, tile });
  const add = useMutation(
    useTRPC().pin.add.mutationOptions(changingPin('Pinned', () => `${what} of run ${runId} is pinned.`)),
  );
  const label = `Pin this ${tile === undefined ? 'grid' : 'tile'} of run ${runId}`;
  const close = () => setStep(undefined);
  return (
    <Popover
      opened={step !== undefined}
      onChange={(isOpen) => !isOpen && close()}
      trapFocus
      returnFocus
      withArrow
      shadow="md"
      width={280}
    >
      <Popover.Target>
        <Tooltip label={label} disabled={step !== undefined}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={label}
            aria-haspopup="dialog"
            onClick={() => setStep(step === undefined ? findGrid()?.step : undefined)}
          >
            <Pin size={14} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {step !== undefined && (
          <PinForm
            title={`${what}, run ${runId}`}
            note=""
            verb="Pin"
            onSave={(note) => add.mutateAsync({ runId, step, tile: tile ?? null, note })}
            onClose={close}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
});
