'use client';

import { type GalleryFormat, GalleryOptions, type GalleryRequest } from '@duality/shared';
import { useState } from 'react';
import { type ChosenSteps, chooseSteps, type StepChoice } from './step-choice.ts';
import { type ChosenTiles, chooseTiles, type TileChoice } from './tile-choice.ts';

export interface GalleryWish {
  runIds: readonly number[];
  /** What is chosen when the form opens; everything when absent. */
  steps?: readonly number[] | undefined;
  tiles?: readonly number[] | undefined;
}

/** What the runs have to show. */
export interface GalleryStock {
  runs: { id: number; name: string; tiles: number; grids: number }[];
  /** Ascending. */
  steps: number[];
}

/** Why the form cannot be sent, by field. */
export interface FieldProblem {
  key: string;
  message: string;
}

/** The form of the dialog, and the request that it comes to. */
export function useGalleryForm({ runIds, steps, tiles }: GalleryWish, stock: GalleryStock) {
  const [format, setFormat] = useState<GalleryFormat>('html');
  const [stepChoice, setStepChoice] = useState<StepChoice>(() => openingSteps(stock.steps, steps));
  const [tileChoice, setTileChoice] = useState<TileChoice>(() => openingTiles(tiles));
  const [delayMs, setDelayMs] = useState<number | string>(250);
  const [scale, setScale] = useState(0);

  const shown = stock.runs.filter(({ grids }) => grids > 0);
  const counts = shown.map((run) => run.tiles).filter((count) => count > 0);
  const tilesAtHand = counts.length > 0 ? Math.min(...counts) : 0;
  const chosenSteps: ChosenSteps = chooseSteps(stock.steps, stepChoice);
  const chosenTiles: ChosenTiles = tilesAtHand > 0 ? chooseTiles(tilesAtHand, tileChoice) : { tiles: 'all' };
  const isDelayGood = GalleryOptions.shape.delayMs.safeParse(delayMs).success;
  const problems: FieldProblem[] = [
    ...(chosenSteps.problem ? [{ key: 'steps', message: chosenSteps.problem }] : []),
    ...(chosenTiles.problem ? [{ key: 'tiles', message: chosenTiles.problem }] : []),
    ...(isDelayGood ? [] : [{ key: 'delayMs', message: 'must be 20 to 10,000 ms' }]),
  ];
  const request: GalleryRequest = {
    runIds: shown.map(({ id }) => id).filter((id) => runIds.includes(id)),
    format,
    steps: chosenSteps.steps,
    tiles: chosenTiles.tiles,
    options: { delayMs: isDelayGood ? Number(delayMs) : 250, scale },
  };
  return {
    ...{ format, stepChoice, tileChoice, delayMs, scale },
    ...{ setFormat, setDelayMs, setScale },
    changeSteps: (change: Partial<StepChoice>) => setStepChoice((before) => ({ ...before, ...change })),
    changeTiles: (change: Partial<TileChoice>) => setTileChoice((before) => ({ ...before, ...change })),
    stepNote: chosenSteps.note,
    tilesAtHand,
    problems,
    request,
  };
}

export type GalleryForm = ReturnType<typeof useGalleryForm>;

const openingSteps = (stored: readonly number[], steps: readonly number[] | undefined): StepChoice => ({
  kind: steps ? 'list' : 'all',
  every: 2,
  list: (steps ?? [1, 2, 4, 10, 50, 100]).join(', '),
  first: stored[0] ?? 1,
  last: stored.at(-1) ?? 1,
});

const openingTiles = (tiles: readonly number[] | undefined): TileChoice => ({
  kind: tiles ? 'list' : 'all',
  count: 5,
  list: tiles?.join(', ') ?? '0-4',
});
