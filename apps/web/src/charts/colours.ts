import { withAlpha } from './with-alpha.ts';

/** A CSS variable's colour, and only a share of it. */
export type Colours = (token: string, alpha?: number) => string;

/** The tokens of lines and surfaces are hexadecimal. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  return (token, alpha = 1) => withAlpha(style.getPropertyValue(token).trim(), alpha);
}
