import type { Plugin } from 'chart.js';
import type { Drawing } from './drawing.ts';

/** Reading aids with their words, and a mark at the upper edge for every value that is not finite. */
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
      ctx.font = `11px ${colour('--font-figures')}`;
      ctx.textAlign = 'right';
      for (const { value, label } of aids) {
        const at = y.getPixelForValue(value);
        if (at < top || at > bottom) continue;
        ctx.strokeStyle = colour('--chart-aid');
        ctx.setLineDash([3, 3]);
        line(ctx, left, at, right, at);
        const isBelow = at - top < 18 || (isUnderCurve(drawing.current, value) && bottom - at > 18);
        write(ctx, label, right - 4, isBelow ? at + 14 : at - 6, colour);
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

/** Whether the curve ends above `value`, so that there is more room for words below it. */
const isUnderCurve = ({ lines }: Drawing, value: number) => (lines.at(-1)?.points.at(-1)?.y ?? value) > value;

/** With a rim in the colour of the paper, so that a curve behind it does not make it unreadable. */
function write(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, colour: (token: string) => string) {
  ctx.save();
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5;
  ctx.strokeStyle = colour('--surface-card');
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour('--ink-soft');
  ctx.fillText(text, x, y);
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
