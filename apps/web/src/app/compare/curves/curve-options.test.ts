import { expect, test } from 'vitest';
import { parseCurveOptions } from './curve-options.ts';

test('the address says what curves are drawn over and how', () => {
  expect(parseCurveOptions(new URLSearchParams('x=relative&metric=a&metric=b&panel=a&step=120'))).toEqual({
    axis: 'relative',
    group: undefined,
    band: 'deviation',
    metrics: ['a', 'b'],
    panel: 'a',
    step: 120,
  });
  expect(parseCurveOptions(new URLSearchParams('x=hours&band=x&step=newest'))).toMatchObject({
    axis: 'step',
    band: 'deviation',
    step: undefined,
  });
});

test('groups are drawn over steps', () => {
  const { axis, group, band } = parseCurveOptions(new URLSearchParams('x=wall&group=learningRate&band=confidence'));
  expect([axis, group, band]).toEqual(['step', 'learningRate', 'confidence']);
});
