import type { ChartConfiguration, Scale } from 'chart.js';
import { formatStepTick, formatValueTick } from './axis.ts';
import type { Colours } from './colours.ts';
import type { Point } from './drawing.ts';
import { axisLook, still } from './plain-look.ts';
import type { TrialDrawing } from './trial-drawing.ts';

export interface TrialsOnAxes {
  drawing: TrialDrawing;
  isLog: boolean;
  /** Number of the last trial that is there or will be. */
  last: number;
  /** Number of the trial that stands out. */
  lit: number | undefined;
}

/** Trials in the words of chart.js. */
export function configureTrials(
  { drawing, isLog, last, lit }: TrialsOnAxes,
  colour: Colours,
): ChartConfiguration<'line', Point[]> {
  const { completed, going, ended, best } = drawing;
  const radius = (points: readonly Point[], plain: number) => points.map(({ x }) => (x === lit ? plain + 3 : plain));
  const dots = (points: Point[], look: object) => ({ data: points, showLine: false, pointHitRadius: 0, ...look });
  const { ticks, foot, side } = axisLook(colour, 7);
  const room = Math.max(0.5, last * 0.015);
  return {
    type: 'line',
    data: {
      datasets: [
        dots(completed, {
          pointRadius: radius(completed, 4),
          pointBackgroundColor: colour('--chart-line'),
          pointBorderWidth: 0,
        }),
        dots(going, {
          pointRadius: radius(going, 4),
          pointBackgroundColor: colour('--surface-card'),
          pointBorderColor: colour('--chart-line'),
          pointBorderWidth: 2,
        }),
        dots(ended, {
          pointStyle: 'triangle',
          pointRadius: radius(ended, 4.5),
          pointBackgroundColor: colour('--chart-second'),
          pointBorderWidth: 0,
        }),
        {
          data: best,
          stepped: true as const,
          borderColor: colour('--ink-faint'),
          borderWidth: 1.5,
          borderDash: [5, 3],
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      ...still,
      layout: { padding: { top: 12, right: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: 1 - room,
          max: Math.max(2, last) + room,
          ...foot,
          ticks: {
            ...ticks,
            includeBounds: false,
            precision: 0,
            callback: (x: number | string) =>
              Number.isInteger(Number(x)) && Number(x) > 0 ? formatStepTick(Number(x)) : '',
          },
        },
        y: {
          type: isLog ? 'logarithmic' : 'linear',
          grace: isLog ? 0 : '8%',
          ...side,
          ticks: {
            ...ticks,
            callback(this: Scale, y: number | string) {
              return formatValueTick(Number(Number(y).toPrecision(10)));
            },
          },
        },
      },
    },
  };
}
