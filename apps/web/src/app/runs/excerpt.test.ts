import { expect, test } from 'vitest';
import { excerptAround } from './excerpt.ts';

test('a short text is shown whole', () => {
  expect(excerptAround('lr == "x"', 6, 3)).toEqual({ before: 'lr == ', at: '"x"', after: '' });
  expect(excerptAround('lr > ', 5, 0)).toEqual({ before: 'lr > ', at: '', after: '' });
  expect(excerptAround('', 0, 0)).toEqual({ before: '', at: '', after: '' });
});

test('of a long text the place is shown with what is around it', () => {
  const text = `${'a'.repeat(100)}XX${'b'.repeat(100)}`;
  const { before, at, after } = excerptAround(text, 100, 2, 20);
  expect(at).toBe('XX');
  expect(before).toMatch(/^…a{5,15}$/);
  expect(after).toMatch(/^b{5,15}…$/);
});

test('near either end nothing is said to be left out there', () => {
  const text = 'c'.repeat(200);
  expect(excerptAround(text, 0, 1, 20).before).toBe('');
  expect(excerptAround(text, 199, 1, 20)).toMatchObject({ before: expect.stringMatching(/^…c{19}$/), after: '' });
});

test('a place that is itself too long is cut', () => {
  expect(excerptAround(`"${'d'.repeat(300)}`, 0, 301, 20).at).toHaveLength(20);
});
