/** A colour `#rrggbb` in full where a style sheet that was made small has its short form. */
export const longColour = (colour: string): string =>
  colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;

/** Only a share of a colour `#rrggbb`, or of its short form. */
export function withAlpha(colour: string, alpha: number): string {
  if (alpha === 1) return colour;
  return `${longColour(colour)}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
