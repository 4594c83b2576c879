'use client';

import type { SampleGrid } from '@duality/shared';
import { ActionIcon, Slider, Switch, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, type LucideIcon, Pause, Play } from 'lucide-react';
import { formatStep } from '#charts/axis.ts';
import classes from './sample-controls.module.css';
import type { GridPosition } from './use-grid-position.ts';

/** More marks than this would run into each other. */
const marksAtMost = 48;

export function SampleControls({ grids, position }: { grids: SampleGrid[]; position: GridPosition }) {
  const { at, moveTo } = position;
  const last = grids.length - 1;
  const stillness = useReducedMotion();
  const nameOf = (index: number) => `step ${formatStep(grids[index]?.step ?? 0)}, ${index + 1} of ${grids.length}`;
  return (
    <div className={classes.controls}>
      <Slider
        className={classes.slider ?? ''}
        size="sm"
        min={0}
        max={Math.max(last, 1)}
        value={at}
        onChange={moveTo}
        disabled={last < 1}
        label={(index) => formatStep(grids[index]?.step ?? 0)}
        thumbLabel="Step of the sample grid"
        thumbValueText={nameOf}
        marks={last < marksAtMost ? grids.map((_, value) => ({ value })) : []}
      />
      <div className={classes.buttons}>
        <Move label="First grid" Icon={ChevronFirst} disabled={at === 0} onClick={() => moveTo(0)} />
        <Move label="Previous grid" Icon={ChevronLeft} disabled={at === 0} onClick={() => moveTo(at - 1)} />
        <Move
          label={stillness ? 'Play is off: your system asks for less motion' : position.isPlaying ? 'Pause' : 'Play'}
          Icon={position.isPlaying ? Pause : Play}
          disabled={last < 1 || stillness}
          onClick={position.togglePlay}
        />
        <Move label="Next grid" Icon={ChevronRight} disabled={at === last} onClick={() => moveTo(at + 1)} />
        <Move label="Last grid" Icon={ChevronLast} disabled={at === last} onClick={() => moveTo(last)} />
        <Switch
          className={classes.follow ?? ''}
          size="xs"
          label="Follow newest"
          checked={position.isFollowing}
          onChange={(event) => (event.currentTarget.checked ? position.follow() : moveTo(at))}
        />
      </div>
    </div>
  );
}

interface MoveProps {
  label: string;
  Icon: LucideIcon;
  disabled: boolean;
  onClick: () => void;
}

function Move({ label, Icon, disabled, onClick }: MoveProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
