import { expect, test } from 'vitest';
import { createPicture } from '../picture.ts';
import { letters } from './letters.ts';
import { drawText, letterWidth, lineHeight, shorten, textWidth, wrapText } from './text.ts';

const inkOf = (text: string, isBold = false) => {
  const picture = createPicture(textWidth(text), lineHeight);
  drawText(picture, { text, grey: 0, isBold }, 0, 0);
  return picture.data;
};
const darkness = (text: string, isBold = false) => inkOf(text, isBold).reduce((sum, value) => sum + 255 - value, 0);

test('every letter that is there has a shape of its own, and all but the space have ink', () => {
  const shapes = Array.from(letters.characters, (letter) => ({ letter, ink: inkOf(letter).join() }));
  const blank = shapes.filter(({ ink }) => !/\b(?!255\b)\d/.test(ink)).map(({ letter }) => letter);
  expect(blank).toEqual([' ']);
  // Latin, Greek and Cyrillic have letters of one shape.
  expect(new Set(shapes.map(({ ink }) => ink)).size).toBeGreaterThan(0.9 * shapes.length);
});

test('bold letters are darker, and unknown ones are boxes', () => {
  for (const letter of ['a', 'W', '7', 'λ', 'ж']) expect(darkness(letter, true)).toBeGreaterThan(darkness(letter));
  expect(inkOf('猫')).toEqual(inkOf('□'));
  expect(inkOf('e\u0301')).toEqual(inkOf('é'));
  expect(inkOf('😀')).toHaveLength(letterWidth * lineHeight * 3);
});

test('what does not fit into the picture is left off', () => {
  const picture = createPicture(10, 10);
  drawText(picture, { text: 'wide words', grey: 0 }, 4, -3);
  drawText(picture, { text: 'wide words', grey: 0 }, -12, 5);
  expect(picture.data).toHaveLength(300);
});

test('words wrap, and the end of what is too long is an ellipsis', () => {
  expect(wrapText('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
  expect(wrapText('one two three four', 9, 2)).toEqual(['one two', 'three…']);
  expect(wrapText('unbreakable', 6, 2)).toEqual(['unbre…']);
  expect(wrapText('', 9, 2)).toEqual([]);
  expect(shorten('exactly', 7)).toBe('exactly');
});
