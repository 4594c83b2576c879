import { expect, test } from 'vitest';
import { lonelyCurve } from './curve.ts';
import { draw } from './drawing.ts';
import { figureSvg } from './figure-svg.ts';
import { emptySeries } from './series.ts';
import { unsmoothed } from './smoothing.ts';

const values = [1, null, 3, 4];
const series = { ...emptySeries('m'), bucketSteps: 10, steps: [10, 20, 30, 40], values, lows: values, highs: values };
const drawing = draw([lonelyCurve(series, 'one', 0)], {
  smoothing: unsmoothed,
  withoutOutliers: false,
  yScale: 'linear',
  aids: [{ value: 2, label: 'two', isAlwaysInView: true }],
});
const svg = figureSvg(
  {
    title: 'Loss <b> & "more"\u0000',
    caption: 'exact',
    drawing,
    legend: [{ name: 'one', token: '--run-1', dash: [6, 3] }],
    ticks: { x: [{ at: 20, label: '20' }], y: [{ at: 2, label: '2' }] },
    axisTitle: 'step',
  },
  (token) => `#${token.length}`,
);

test('text cannot break out of the picture', () => {
  expect(svg).toContain('<title>Loss &lt;b&gt; &amp; &quot;more&quot; </title>');
  expect(svg).not.toContain('<b>');
});

test('a gap parts the line and the band', () => {
  const paths = [...svg.matchAll(/ d="([^"]+)" (?:fill="#|stroke="#)/g)].map(([, path]) => path ?? '');
  const [line, band] = [
    paths.find((path) => /^M[^LMZ]+M[^LMZ]+L[^LMZ]+$/.test(path)),
    paths.find((path) => /Z.*Z$/.test(path)),
  ];
  expect(line).toBeDefined();
  expect(band).toBeDefined();
});

test('every number in it is one', () => {
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});
