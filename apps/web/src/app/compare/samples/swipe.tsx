'use client';

import { useEffect, useRef, useState } from 'react';
import { SampleCanvas } from '#components/sample-canvas.tsx';
import { namePair, type PairDrawing } from './pair-drawing.ts';
import classes from './swipe.module.css';

interface SwipeProps extends PairDrawing {
  /** In per cent of the width: what lies left of it shows the left picture. */
  cut: number;
  onCut: (cut: number) => void;
}

const writeAfterMs = 200;

/** Both pictures in one place, with a line between them that is moved. */
export function Swipe({ left, right, tile, width, cut: written, onCut }: SwipeProps) {
  const [cut, setCut] = useState(written);
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setCut(written), [written]);
  useEffect(() => () => clearTimeout(writing.current), []);
  const move = (next: number) => {
    setCut(next);
    clearTimeout(writing.current);
    writing.current = setTimeout(() => onCut(next), writeAfterMs);
  };
  if (!left.grid || !right.grid) return null;
  return (
    <figure className={classes.swipe} style={{ width }}>
      <div className={classes.stage}>
        <SampleCanvas grid={right.grid} tile={tile} isPlot={right.sampled.isPlot} alt={`Right: ${namePair(right)}`} />
        <div className={classes.over} style={{ clipPath: `inset(0 ${100 - cut}% 0 0)` }}>
          <SampleCanvas
            grid={left.grid}
            tile={tile}
            isPlot={left.sampled.isPlot}
            alt={`Left: ${namePair(left)}`}
            style={{ height: '100%', aspectRatio: 'auto' }}
          />
        </div>
        <input
          type="range"
          className={classes.input}
          aria-label="Where the left picture ends"
          aria-valuetext={`${cut} % of the width`}
          min={0}
          max={100}
          value={cut}
          onChange={(event) => move(event.currentTarget.valueAsNumber)}
        />
        <span className={classes.line} style={{ left: `${cut}%` }} />
      </div>
      <figcaption className={classes.caption}>
        <span>{namePair(left)}</span>
        <span>{namePair(right)}</span>
      </figcaption>
    </figure>
  );
}
