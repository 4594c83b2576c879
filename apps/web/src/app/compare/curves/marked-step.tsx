'use client';

import { Button } from '@mantine/core';
import { Grid3x3, X } from 'lucide-react';
import { formatStep } from '#charts/axis.ts';
import { Figures } from '#components/figures.tsx';
import type { AddressChange } from '#components/use-address.ts';
import { changeTo } from '../compare-address.ts';
import classes from './marked-step.module.css';

/** From a step on a curve to what the generators drew there. */
export function MarkedStep({ step, onChange }: { step: number; onChange: (change: AddressChange) => void }) {
  return (
    <p className={classes.marked}>
      Step <Figures>{formatStep(step)}</Figures> is marked.
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Grid3x3 size={14} />}
        onClick={() => onChange(changeTo.tab('samples'))}
      >
        Samples at this step
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<X size={14} />}
        onClick={() => onChange({ step: undefined })}
      >
        Unmark
      </Button>
    </p>
  );
}
