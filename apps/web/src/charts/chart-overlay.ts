import type { Plugin } from 'chart.js';
import type { Drawing } from './drawing.ts';

/** Reading aids, named in the caption, and a mark at the upper edge for every value that is not finite. */
export function overlay(drawing: { current: Drawing }, colour: (token: string) => string): Plugin<'line'> {
  return {
    id: 'overlay',
    afterDraw: ({ canvas }) => {
      canvas.dataset.drawn = String(drawing.current.lines[0]?.points.length ?? 0);
    },
    afterDatasetsDraw: ({ ctx, chartArea: { left, right, top, bottom }, scales }) => {
      const { aids, marks } = drawing.current;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      for (const { value } of aids) {
        const at = y.getPixelForValue(value);
        if (at < top || at > bottom) continue;
        ctx.strokeStyle = colour('--chart-aid');
        ctx.setLineDash([3, 3]);
        line(ctx, left, at, right, at);
      }
      ctx.setLineDash([]);
      ctx.strokeStyle = colour('--chart-mark');
      ctx.lineWidth = 1.5;
      for (const { step } of marks) {
        const at = x.getPixelForValue(step);
        line(ctx, at - 3, top, at + 3, top + 6);
        line(ctx, at - 3, top + 6, at + 3, top);
      }
      ctx.restore();
    },
  };
}

function line(ctx: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
