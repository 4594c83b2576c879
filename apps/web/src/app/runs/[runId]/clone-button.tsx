'use client';

import type { RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { GitFork } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const CloneDialog = dynamic(() => import('./clone-dialog.tsx').then((dialog) => dialog.CloneDialog));

/** A new run that goes on from a checkpoint of this one. */
export function CloneButton({ run }: { run: RunSummary }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<GitFork size={15} />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Clone with changes
      </Button>
      {isOpen && <CloneDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}
