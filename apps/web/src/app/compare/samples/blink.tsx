'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useInterval, useReducedMotion } from '@mantine/hooks';
import { useState } from 'react';
import { SampleCanvas } from '#components/sample-canvas.tsx';
import classes from './blink.module.css';
import { namePair, type PairDrawing } from './pair-drawing.ts';
import { blinkRates } from './samples-address.ts';

interface BlinkProps extends PairDrawing {
  /** Changes a second. */
  rate: number;
  onRate: (rate: number) => void;
}

/** Both pictures in one place by turns: what moves is what differs. */
export function Blink({ left, right, tile, width, rate, onRate }: BlinkProps) {
  const stillness = useReducedMotion();
  const [isRight, setRight] = useState(false);
  const player = useInterval(() => setRight((was) => !was), 1000 / rate, { autoInvoke: !stillness });
  const isBlinking = player.active && !stillness;
  const shown = isRight ? right : left;
  if (!left.grid || !right.grid) return null;
  return (
    <figure className={classes.blink} style={{ width }}>
      <div className={classes.stage}>
        {[left, right].map((picture, i) => (
          <div key={i === 0 ? 'left' : 'right'} className={classes.layer} hidden={isRight !== (i === 1)}>
            {picture.grid && (
              <SampleCanvas
                grid={picture.grid}
                tile={tile}
                isPlot={picture.sampled.isPlot}
                alt={`${i === 0 ? 'Left' : 'Right'}: ${namePair(picture)}`}
              />
            )}
          </div>
        ))}
      </div>
      <figcaption className={classes.caption}>
        <strong>{isRight ? 'Right' : 'Left'}</strong> {namePair(shown)}
      </figcaption>
      <div className={classes.controls}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            player.stop();
            setRight(!isRight);
          }}
        >
          Show the other
        </Button>
        {!stillness && (
          <>
            <Button size="compact-sm" variant="default" onClick={player.toggle}>
              {isBlinking ? 'Stop blinking' : 'Blink'}
            </Button>
            <NativeSelect
              size="xs"
              aria-label="Changes a second"
              value={String(rate)}
              data={blinkRates.map((value) => ({ value: String(value), label: `${value}/s` }))}
              onChange={(event) => onRate(Number(event.currentTarget.value))}
            />
          </>
        )}
        {stillness && <span className={classes.note}>Blinking is off: your system asks for less motion.</span>}
      </div>
    </figure>
  );
}
