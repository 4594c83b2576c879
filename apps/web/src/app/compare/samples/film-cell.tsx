'use client';

import { UnstyledButton } from '@mantine/core';
import { type CSSProperties, memo } from 'react';
import { SampleCanvas } from '#components/sample-canvas.tsx';
import { gridAt } from '#components/steps-of-grids.ts';
import { boxOf } from '#components/tile-box.ts';
import classes from './film-strip.module.css';
import type { SampledRun } from './sampled-run.ts';

interface FilmCellProps {
  sampled: SampledRun;
  step: number;
  tile: number | undefined;
  isCurrent: boolean;
  style: CSSProperties;
  onClick: () => void;
}

/** One step of one run; empty where the run has stored none of that very step. */
function PlainFilmCell({ sampled: { run, grids, isPlot }, step, tile, isCurrent, style, onClick }: FilmCellProps) {
  const found = gridAt(grids, step);
  const grid = found?.step === step && boxOf(found, tile) ? found : undefined;
  return (
    <UnstyledButton
      className={classes.cell ?? ''}
      style={style}
      tabIndex={-1}
      data-current={isCurrent || undefined}
      aria-label={`Step ${step} of ${run.name}${grid ? '' : ': nothing is stored'}`}
      onClick={onClick}
    >
      {grid && <SampleCanvas grid={grid} tile={tile} isPlot={isPlot} isReduced={tile === undefined} />}
    </UnstyledButton>
  );
}

export const FilmCell = memo(
  PlainFilmCell,
  (a, b) =>
    a.sampled === b.sampled &&
    a.step === b.step &&
    a.tile === b.tile &&
    a.isCurrent === b.isCurrent &&
    a.style.left === b.style.left &&
    a.style.width === b.style.width,
);
