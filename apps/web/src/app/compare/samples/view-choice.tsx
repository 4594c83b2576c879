'use client';

import { SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import type { AddressChange } from '#components/use-address.ts';
import { type SamplesAddress, type Side, samplesTo } from './samples-address.ts';
import classes from './view-choice.module.css';

interface ViewChoiceProps {
  address: SamplesAddress;
  /** What a comparison of two begins with; undefined where there is nothing to compare. */
  findPair: () => readonly [Side, Side] | undefined;
  onChange: (change: AddressChange) => void;
}

export const ViewChoice = memo(({ address, findPair, onChange }: ViewChoiceProps) => {
  const { tile, pair } = address;
  const choose: Record<string, () => void> = {
    wall: () => onChange(samplesTo.wall()),
    steps: () => onChange(samplesTo.tile(typeof tile === 'number' ? tile : 'all')),
    pair: () => {
      const found = findPair();
      if (found) onChange(samplesTo.pair(found));
    },
  };
  return (
    <SegmentedControl
      className={classes.choice ?? ''}
      size="xs"
      aria-label="View of the samples"
      value={pair ? 'pair' : tile === undefined ? 'wall' : 'steps'}
      onChange={(view) => choose[view]?.()}
      data={[
        { value: 'wall', label: 'Side by side' },
        { value: 'steps', label: 'Over steps' },
        { value: 'pair', label: 'Two compared' },
      ]}
    />
  );
});
