import { expect, test } from 'vitest';
import { type Curve, lonelyCurve } from './curve.ts';
import { asCommaSeparated } from './figure-csv.ts';
import { emptySeries } from './series.ts';

const exact = {
  ...emptySeries('criticLoss'),
  steps: [1, 2],
  values: [0.5, null],
  lows: [0.5, null],
  highs: [0.5, null],
  nonFinite: [{ step: 2, kind: '-inf' as const }],
};
const named = (name: string, series = exact): Curve => ({ ...lonelyCurve(series, name, 0), xs: [1.5, 3] });

test('every point has a line, and what is not finite its kind', () => {
  expect(asCommaSeparated([named('a, "b"')], 'step')).toBe(
    'curve,metric,step,value\n"a, ""b""",criticLoss,1,0.5\n"a, ""b""",criticLoss,2,-inf\n',
  );
});

test('the place on another axis stands beside the step', () => {
  expect(asCommaSeparated([named('a')], 'relative').split('\n')[1]).toBe('a,criticLoss,1,1.5,0.5');
});

test('buckets have both extremes', () => {
  const bucketed = { ...exact, bucketSteps: 10, lows: [0.1, null], highs: [0.9, null] };
  expect(
    asCommaSeparated([named('a', bucketed)], 'step')
      .split('\n')
      .slice(0, 2),
  ).toEqual(['curve,metric,step,mean,lowest,highest', 'a,criticLoss,1,0.5,0.1,0.9']);
});

test('an estimate has its interval, and what has none beside it leaves the place empty', () => {
  const estimated: Curve = { ...named('a', { ...exact, lows: [0.4, null], highs: [0.6, null] }), band: 'interval' };
  expect(
    asCommaSeparated([estimated, named('b')], 'step')
      .split('\n')
      .slice(0, 4),
  ).toEqual([
    'curve,metric,step,value,interval_low,interval_high',
    'a,criticLoss,1,0.5,0.4,0.6',
    'a,criticLoss,2,-inf,,',
    'b,criticLoss,1,0.5,,',
  ]);
});

test('a name that a spreadsheet would take for a formula is not one', () => {
  expect(asCommaSeparated([named('=1+1')], 'step')).toContain("'=1+1,");
});
