'use client';

import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { formatStep } from '#charts/axis.ts';
import { RunSwatch } from '#components/run-swatch.tsx';
import { boxOf } from '#components/tile-box.ts';
import { FilmCell } from './film-cell.tsx';
import { columnsInView, filmCell, filmGap, filmWidth, scrollTo } from './film-layout.ts';
import classes from './film-strip.module.css';
import type { SampledRun } from './sampled-run.ts';

interface FilmStripProps {
  sampled: readonly SampledRun[];
  steps: readonly number[];
  /** The column of the shown step. */
  at: number;
  tile: number | undefined;
  onStep: (index: number) => void;
}

/** Every stored step beside the other, a row for each run. Only what is seen of it is drawn. */
export function FilmStrip({ sampled, steps, at, tile, onStep }: FilmStripProps) {
  const { ref, width } = useElementSize();
  const scroller = useRef<HTMLElement>(null);
  const [left, setLeft] = useState(0);
  const box = sampled.flatMap(({ grids: [grid] }) => (grid ? (boxOf(grid, tile) ?? []) : []))[0];
  const cell = filmCell(box ?? { width: 28, height: 28 }, tile !== undefined);
  const film = { count: steps.length, cell, left, width };
  const [first, end] = columnsInView(film);
  const columns = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  const pitch = cell + filmGap;

  useEffect(() => {
    const element = scroller.current;
    if (!element || width === 0) return;
    const next = scrollTo(at, { count: steps.length, cell, left: element.scrollLeft, width });
    if (next !== undefined) element.scrollLeft = next;
  }, [at, steps.length, cell, width]);

  const what = tile === undefined ? 'Whole grids' : `Tile ${tile}`;
  return (
    <div ref={ref}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys move the step from here
        tabIndex={0}
        aria-label={`${what} over ${steps.length} steps; arrow keys move the step`}
        onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}
      >
        <div style={{ width: filmWidth(steps.length, cell) }}>
          <div className={classes.steps} aria-hidden="true">
            {columns.map((column) => (
              <span
                key={column}
                style={{ left: column * pitch + filmGap, width: cell }}
                data-current={column === at || undefined}
              >
                {formatStep(steps[column] as number)}
              </span>
            ))}
          </div>
          {sampled.map((one) => (
            <div key={one.run.id} className={classes.row}>
              <p className={classes.label} style={{ maxWidth: width }}>
                <RunSwatch runId={one.run.id} /> {one.run.name}
              </p>
              <div className={classes.film} style={{ height: (cell * (box?.height ?? 1)) / (box?.width ?? 1) }}>
                {columns.map((column) => (
                  <FilmCell
                    key={column}
                    sampled={one}
                    step={steps[column] as number}
                    tile={tile}
                    isCurrent={column === at}
                    style={{ left: column * pitch + filmGap, width: cell }}
                    onClick={() => onStep(column)}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
