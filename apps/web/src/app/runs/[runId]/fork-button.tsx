'use client';

import type { RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { GitFork } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { formatStep } from '#charts/axis.ts';
import { fieldTitle, valueTitle } from '#components/config-fields.ts';
import { useTRPC } from '#trpc/client.tsx';
import { checkpointBefore, type Fork } from './clone-plan.ts';
import classes from './fork-button.module.css';

const CloneDialog = dynamic(() => import('./clone-dialog.tsx').then((dialog) => dialog.CloneDialog));

/** Offers what may mend a run: a clone from before it went wrong. Nothing where there is no checkpoint to start from. */
export function ForkButton({ run, fork }: { run: RunSummary; fork: Fork }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(useTRPC().run.checkpoints.queryOptions({ runId: run.id }));
  const at = checkpointBefore(data?.checkpoints.map(({ step }) => step) ?? [], fork.before);
  if (at === undefined) return null;
  const edits = Object.entries(fork.edits).map(([key, value]) => `${fieldTitle(key)} = ${valueTitle(key, value)}`);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        classNames={{ root: classes.button ?? '', label: classes.label ?? '' }}
        leftSection={<GitFork size={14} />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Fork from step {formatStep(at)} with {edits.join(', ')}
      </Button>
      {isOpen && <CloneDialog run={run} fork={fork} onClose={() => setOpen(false)} />}
    </>
  );
}
