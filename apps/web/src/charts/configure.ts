import type { ChartConfiguration, Scale } from 'chart.js';
import { formatValueTick } from './axis.ts';
import { overlay } from './chart-overlay.ts';
import type { Colours } from './colours.ts';
import type { Drawing, Drawn, Point } from './drawing.ts';
import { axisLook, still } from './plain-look.ts';
import { heightOf, valueAt } from './value-scale.ts';
import { formatXTick, tickDistance } from './x-axis.ts';

/** A drawing in the words of chart.js. `newest` is read at each draw, so that plugins need not be made anew. */
export function configure(newest: { current: Drawn }, colour: Colours): ChartConfiguration<'line', Point[]> {
  const { drawing } = newest.current;
  return {
    type: 'line',
    data: { datasets: datasetsOf(drawing, colour) },
    options: {
      ...still,
      layout: { padding: { top: 4, right: 8 } },
      scales: scalesOf(newest.current, colour),
    },
    plugins: [overlay(newest, colour)],
  };
}

function datasetsOf({ lines, bands }: Drawing, colour: Colours) {
  const thin = { pointRadius: 0, pointHitRadius: 0, borderJoinStyle: 'round' as const };
  return [
    ...lines.map(({ points, token, alpha, width, dash }) => ({
      ...thin,
      data: points,
      borderColor: colour(token, alpha),
      borderWidth: width,
      borderDash: [...dash],
      // A lone point has no line to be seen by.
      pointRadius: points.length < 3 ? 2 : 0,
      pointBackgroundColor: colour(token),
    })),
    // Without its edge a band one bucket wide, such as a spike of one step, could hardly be seen.
    ...bands.flatMap(({ lows, highs, token, alpha, edgeAlpha }) => {
      const edge = {
        ...thin,
        borderColor: colour(token, edgeAlpha),
        borderWidth: 0.75,
        backgroundColor: colour(token, alpha),
      };
      return [
        { ...edge, data: lows },
        { ...edge, data: highs, fill: '-1' },
      ];
    }),
  ];
}

function scalesOf({ drawing, axis }: Drawn, colour: Colours) {
  const { view, range, scale, ticks: values } = drawing;
  const { ticks, foot, side } = axisLook(colour, 6);
  const distance = tickDistance(axis, view.high - view.low);
  return {
    x: {
      type: 'linear' as const,
      min: view.low,
      max: view.high,
      ...foot,
      ticks: {
        ...ticks,
        ...(distance !== undefined && { stepSize: distance }),
        callback(this: Scale, x: number | string) {
          return formatXTick(axis, Number(x), this.max - this.min);
        },
        includeBounds: false,
      },
    },
    y: {
      type: 'linear' as const,
      min: range.low,
      max: range.high,
      ...side,
      ticks: {
        ...ticks,
        callback: (height: number | string) => formatValueTick(roundOff(valueAt(scale, Number(height)))),
        includeBounds: false,
      },
      ...(values && {
        afterBuildTicks: (y: Scale) => {
          y.ticks = values.map((value) => ({ value: heightOf(scale, value) }));
        },
      }),
    },
  };
}

/** There and back through a logarithm a round number has a last digit of its own. */
const roundOff = (value: number) => Number(value.toPrecision(10));
