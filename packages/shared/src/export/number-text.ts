/** The shortest text that reads back as the same bits, always with a point or exponent, so that a column of them is taken for doubles. */
export function writeDouble(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('e') ? text : `${text}.0`;
}
