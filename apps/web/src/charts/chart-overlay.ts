import type { Plugin } from 'chart.js';
import type { Colours } from './colours.ts';
import type { Drawn } from './drawing.ts';

/** Reading aids, named in the caption, a mark at the upper edge for every value that is not finite, one below for alerts. */
export function overlay(newest: { current: Drawn }, colour: Colours): Plugin<'line'> {
  return {
    id: 'overlay',
    afterDraw: ({ canvas, data }) => {
      const { view, lines } = newest.current.drawing;
      canvas.dataset.drawn = String(data.datasets.reduce((sum, { data: points }) => sum + points.length, 0));
      canvas.dataset.curves = String(newest.current.drawing.lines.length);
      canvas.dataset.view = `${view.low}..${view.high}`;
      canvas.dataset.newest = String(Math.max(...lines.map(({ points }) => points.at(-1)?.x ?? 0)));
    },
    afterDatasetsDraw: ({ ctx, chartArea: { left, right, top, bottom }, scales }) => {
      const { aids, marks, warnings } = newest.current.drawing;
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      for (const { height } of aids) {
        const at = y.getPixelForValue(height);
        if (at < top || at > bottom) continue;
        ctx.strokeStyle = colour('--chart-aid');
        ctx.setLineDash([3, 3]);
        line(ctx, left, at, right, at);
      }
      ctx.setLineDash([]);
      ctx.strokeStyle = colour('--chart-mark');
      ctx.lineWidth = 1.5;
      for (const mark of marks) {
        const at = x.getPixelForValue(mark.x);
        line(ctx, at - 3, top, at + 3, top + 6);
        line(ctx, at - 3, top + 6, at + 3, top);
      }
      ctx.fillStyle = colour('--warning');
      for (const warning of warnings) triangle(ctx, x.getPixelForValue(warning), bottom);
      ctx.restore();
    },
  };
}

/** On the x-axis, pointing up. */
function triangle(ctx: CanvasRenderingContext2D, x: number, bottom: number): void {
  ctx.beginPath();
  ctx.moveTo(x, bottom - 8);
  ctx.lineTo(x + 4.5, bottom);
  ctx.lineTo(x - 4.5, bottom);
  ctx.fill();
}

function line(ctx: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
