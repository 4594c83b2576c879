import type { Colours } from './colours.ts';

/** Drawn at once, in the size of its box, from points in order; what a pointer does is no business of chart.js. */
export const still = {
  animation: false as const,
  parsing: false as const,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
};

export function axisLook(colour: Colours, maxTicksLimit: number) {
  const font = { family: colour('--font-figures'), size: 11 };
  const grid = { color: colour('--chart-grid'), drawTicks: false };
  return {
    ticks: { color: colour('--chart-label'), font, padding: 8, maxRotation: 0, maxTicksLimit },
    /** Of the axis at the foot: a line, and none across the chart. */
    foot: { border: { color: colour('--line-strong') }, grid: { ...grid, drawOnChartArea: false } },
    /** Of the axis at the side: lines across the chart, and none of its own. */
    side: { border: { display: false }, grid },
  };
}
