import { expect, test } from 'vitest';
import { changeQuery } from '#components/use-address.ts';
import { type AskedAxis, changeParameters, parseParameters } from './parameters-address.ts';

const read = (text: string) => parseParameters(new URLSearchParams(text));

test('axes are read as they were written, in their order', () => {
  const axes: AskedAxis[] = [
    { by: 'learningRate', isFlipped: true, scale: 'log' },
    { by: 'objective', isFlipped: false, scale: undefined },
    { by: 'batchSize', isFlipped: false, scale: 'linear' },
  ];
  const query = changeQuery(new URLSearchParams(), changeParameters.axes(axes));
  expect(query.get('params')).toBe('-learningRate~log,objective,batchSize~linear');
  expect(parseParameters(query).axes).toEqual(axes);
});

test('without a word nothing is chosen, and no axis at all is a choice', () => {
  expect(read('')).toEqual({
    axes: undefined,
    objective: undefined,
    goal: undefined,
    surface: undefined,
    base: undefined,
    withSame: false,
    colour: 'objective',
  });
  expect(read('params=').axes).toEqual([]);
});

test('the rest is read, and nonsense is as if it were not there', () => {
  expect(read('objective=min(eval.w1)&goal=max&surface=a,b&base=7&same=1&colour=run')).toMatchObject({
    objective: 'min(eval.w1)',
    goal: 'max',
    surface: ['a', 'b'],
    base: 7,
    withSame: true,
    colour: 'run',
  });
  expect(read('goal=up&surface=a&base=-1&colour=red')).toMatchObject({
    goal: undefined,
    surface: undefined,
    base: undefined,
    colour: 'objective',
  });
});

test('another objective brings its own goal', () => {
  const query = changeQuery(new URLSearchParams('goal=max'), changeParameters.objective('last(eval.w1)'));
  expect(query.toString()).toBe('objective=last%28eval.w1%29');
});
