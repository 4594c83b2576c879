'use client';

import { SegmentedControl } from '@mantine/core';
import type { AddressChange } from '#components/use-address.ts';
import { firstPair } from './first-pair.ts';
import type { SampledRun } from './sampled-run.ts';
import { type SamplesAddress, samplesTo } from './samples-address.ts';
import classes from './view-choice.module.css';

interface ViewChoiceProps {
  address: SamplesAddress;
  sampled: readonly SampledRun[];
  step: number;
  onChange: (change: AddressChange) => void;
}

export function ViewChoice({ address, sampled, step, onChange }: ViewChoiceProps) {
  const { tile, pair } = address;
  const pairOf = firstPair(sampled, step);
  const choose: Record<string, () => void> = {
    wall: () => onChange(samplesTo.wall()),
    steps: () => onChange(samplesTo.tile(typeof tile === 'number' ? tile : 'all')),
    pair: () => pairOf && onChange(samplesTo.pair(pairOf)),
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
        { value: 'pair', label: 'Two compared', disabled: pairOf === undefined },
      ]}
    />
  );
}
