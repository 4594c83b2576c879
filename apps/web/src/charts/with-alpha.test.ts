import { expect, test } from 'vitest';
import { withAlpha } from './with-alpha.ts';

test('a share of a colour has two more digits, whichever form the colour is in', () => {
  expect(withAlpha('#0068a8', 0.5)).toBe('#0068a880');
  expect(withAlpha('#fff', 0.02)).toBe('#ffffff05');
  expect(withAlpha('#fff', 1)).toBe('#fff');
});
