/** Only a share of a colour `#rrggbb`, or of its short form, which a style sheet that was made small may have. */
export function withAlpha(colour: string, alpha: number): string {
  if (alpha === 1) return colour;
  const long = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;
  return `${long}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
