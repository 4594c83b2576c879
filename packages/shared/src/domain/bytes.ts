/** In decimal units with two digits or more: `940 bytes`, `7.3 MB`, `12 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** power;
  return `${size.toFixed(size < 10 ? 1 : 0)} ${units[power - 1]}`;
}

const units = ['kB', 'MB', 'GB', 'TB'];
