/** In decimal units with two digits or more, or `digits`: `940 bytes`, `7.3 MB`, `12 GB`. */
export function formatBytes(bytes: number, digits = 2): string {
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** power;
  return `${size.toFixed(Math.max(0, digits - Math.floor(size).toString().length))} ${units[power - 1]}`;
}

const units = ['kB', 'MB', 'GB', 'TB'];
