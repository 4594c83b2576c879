'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './drawn-canvas.module.css';

export interface CanvasSize {
  width: number;
  height: number;
}

/** The value of a CSS variable of tokens.css. */
export type ReadToken = (token: string) => string;

/** Draws everything anew; `size` is in CSS pixels, whatever the screen has. */
export type Draw = (ctx: CanvasRenderingContext2D, size: CanvasSize, token: ReadToken) => void;

interface DrawnCanvasProps {
  draw: Draw;
  /** What changes with the pointer, on a sheet of its own: the rest is not drawn anew for it. */
  drawOver: Draw;
  label: string;
}

/**
 * Fills its parent. Hundreds of lines or thousands of points are one drawing of a few milliseconds here, and as many
 * elements elsewhere; what can be pointed at or focused lies over it as elements.
 */
export function DrawnCanvas({ draw, drawOver, label }: DrawnCanvasProps) {
  return (
    <>
      <canvas ref={useDrawing(draw)} className={classes.canvas} role="img" aria-label={label} />
      <canvas ref={useDrawing(drawOver)} className={classes.canvas} />
    </>
  );
}

function useDrawing(draw: Draw) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the tokens, which follow the scheme
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let frame = requestAnimationFrame(redraw);
    function redraw() {
      if (element) paint(element, draw);
    }
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(redraw);
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [draw, scheme]);

  return canvas;
}

function paint(element: HTMLCanvasElement, draw: Draw): void {
  const { clientWidth: width, clientHeight: height } = element;
  const ctx = element.getContext('2d');
  if (!ctx || width === 0 || height === 0) return;
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (element.width !== wide || element.height !== high) {
    element.width = wide;
    element.height = high;
  }
  const style = getComputedStyle(element);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  draw(ctx, { width, height }, (token) => style.getPropertyValue(token).trim());
  element.dataset.drawn = 'true';
}
