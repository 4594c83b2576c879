const grouped = new Intl.NumberFormat('en-US');
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

export const formatStep = (step: number) => grouped.format(step);

/** For tick labels: 800, 1.5k, 100k. */
export const formatStepTick = (step: number) => compact.format(step).replace('K', 'k');

/** Four significant digits, no exponent where a person would not write one. */
export function formatValue(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) return minus(value.toExponential(2).replace('e+', 'e'));
  if (size >= 10_000) return minus(grouped.format(Math.round(value)));
  return minus(String(Number(value.toPrecision(4))));
}

/** Every digit that the number has. */
export const formatExact = (value: number) => minus(String(value));

/** For the y-axis: as few digits as tell neighbouring ticks apart. */
export function formatValueTick(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && size < 1e-3) return minus(value.toExponential(0));
  if (size >= 1000) return minus(compact.format(value).replace('K', 'k'));
  return minus(String(Number(value.toPrecision(4))));
}

const minus = (text: string) => text.replaceAll('-', '−');
