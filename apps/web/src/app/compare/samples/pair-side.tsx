'use client';

import { NativeSelect, Switch } from '@mantine/core';
import { formatStep } from '#charts/axis.ts';
import { PinButton } from '#components/pin-button.tsx';
import { RunSwatch } from '#components/run-swatch.tsx';
import { useNewest } from '#components/use-newest.ts';
import type { PairPicture } from './pair-picture.ts';
import classes from './pair-side.module.css';
import type { SampledRun } from './sampled-run.ts';
import type { Side } from './samples-address.ts';

interface PairSideProps {
  name: 'Left' | 'Right';
  side: Side;
  picture: PairPicture;
  sampled: readonly SampledRun[];
  /** The slider's. */
  step: number;
  onChange: (side: Side) => void;
}

/** Which run stands on a side, and whether its step goes with the slider or is held. */
export function PairSide({ name, side, picture, sampled, step, onChange }: PairSideProps) {
  const { grid, isHeld, sampled: shown } = picture;
  const runId = shown.run.id;
  const findGrid = useNewest(() => grid);
  return (
    <fieldset className={classes.side}>
      <legend>{name}</legend>
      <span className={classes.run}>
        <RunSwatch runId={runId} />
        <NativeSelect
          className={classes.choice ?? ''}
          size="xs"
          aria-label={`Run on the ${name.toLowerCase()}`}
          value={String(runId)}
          data={sampled.map(({ run }) => ({ value: String(run.id), label: `#${run.id} ${run.name}` }))}
          onChange={(event) => onChange({ ...side, runId: Number(event.currentTarget.value) })}
        />
        {grid && <PinButton runId={runId} findGrid={findGrid} />}
      </span>
      <Switch
        size="xs"
        label={grid ? `Hold step ${formatStep(grid.step)}` : 'Hold this step'}
        checked={isHeld}
        onChange={(event) => onChange(event.currentTarget.checked ? { runId, step: grid?.step ?? step } : { runId })}
      />
    </fieldset>
  );
}
