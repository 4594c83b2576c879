import type { XAxis } from '@duality/shared';
import { formatStep, formatStepTick } from './axis.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const shortClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** What the axis is called. */
export const axisTitles: Record<XAxis, string> = {
  step: 'step',
  epoch: 'epoch',
  relative: 'time since the start',
  wall: 'time of day',
};

/** A place on the axis in words: `step 1,500`, `epoch 2.43`, `4 min 10 s`, `22 Nov 14:03:20`. */
export function describeX(axis: XAxis, x: number): string {
  if (axis === 'step') return `step ${formatStep(Math.round(x))}`;
  if (axis === 'epoch') return `epoch ${Number(x.toPrecision(4))}`;
  return axis === 'relative' ? lasting(x) : `${day.format(x)} ${clock.format(x)}`;
}

/** For a tick; `span` is how much of the axis is seen, which decides how finely it is written. */
export function formatXTick(axis: XAxis, x: number, span: number): string {
  if (axis === 'step') return formatStepTick(x);
  if (axis === 'epoch') return String(Number(x.toPrecision(6)));
  if (axis === 'relative') return shortLasting(x, span);
  if (span > 2 * 86_400_000) return day.format(x);
  return span > 600_000 ? shortClock.format(x) : clock.format(x);
}

/** The distances that ticks of this axis may have: round times have other steps than round numbers. */
export function tickDistance(axis: XAxis, span: number): number | undefined {
  if (axis === 'step' || axis === 'epoch') return undefined;
  const unit = axis === 'relative' ? 1 : 1000;
  return distances.map((seconds) => seconds * unit).find((distance) => span / distance <= 6);
}

const distances = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800,
  604_800, 1_209_600, 2_592_000, 7_776_000, 31_536_000,
];

function lasting(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(2))} s`;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${Math.floor(rest)} s`;
}

function shortLasting(seconds: number, span: number): string {
  if (span >= 7200 * 3) return `${Number((seconds / 3600).toPrecision(4))} h`;
  return span >= 300 ? `${Number((seconds / 60).toPrecision(4))} min` : `${Number(seconds.toPrecision(4))} s`;
}
