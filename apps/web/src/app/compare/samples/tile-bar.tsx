'use client';

import { ActionIcon, Button, NumberInput, Tooltip } from '@mantine/core';
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { tileBeside, tileCount } from '#components/tile-box.ts';
import type { AddressChange } from '#components/use-address.ts';
import type { SampledRun } from './sampled-run.ts';
import { samplesTo } from './samples-address.ts';
import classes from './tile-bar.module.css';

interface TileBarProps {
  sampled: readonly SampledRun[];
  tile: number;
  onChange: (change: AddressChange) => void;
}

/** Which tile is followed, and the way to others and back. */
export function TileBar({ sampled, tile, onChange }: TileBarProps) {
  const shapes = sampled.flatMap(({ grids }) => grids[0] ?? []);
  const shape = shapes.toSorted((a, b) => tileCount(b) - tileCount(a))[0];
  const last = shape ? tileCount(shape) - 1 : 0;
  const goTo = (next: number) => onChange(samplesTo.tile(Math.min(Math.max(next, 0), last)));
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]')) return;
      const next = shape && event.shiftKey ? tileBeside(shape, tile, event.key) : undefined;
      if (event.key === 'Escape') onChange(samplesTo.wall());
      else if (next !== undefined) onChange(samplesTo.tile(next));
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [shape, tile, onChange]);
  return (
    <div className={classes.bar}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<ArrowLeft size={14} aria-hidden="true" />}
        onClick={() => onChange(samplesTo.wall())}
      >
        Whole grids
      </Button>
      <Tooltip label="Previous tile">
        <ActionIcon variant="default" aria-label="Previous tile" disabled={tile <= 0} onClick={() => goTo(tile - 1)}>
          <ChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <NumberInput
        className={classes.number ?? ''}
        size="xs"
        aria-label="Tile"
        hideControls
        allowDecimal={false}
        min={0}
        max={last}
        value={tile}
        onChange={(value) => typeof value === 'number' && goTo(value)}
      />
      <Tooltip label="Next tile">
        <ActionIcon variant="default" aria-label="Next tile" disabled={tile >= last} onClick={() => goTo(tile + 1)}>
          <ChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
      <span className={classes.words}>
        {shape &&
          `tile ${tile} of 0 to ${last}: row ${Math.floor(tile / shape.columns) + 1}, column ${(tile % shape.columns) + 1}. `}
        Shift and arrow keys lead to the tiles beside it, Escape back to whole grids.
      </span>
    </div>
  );
}
