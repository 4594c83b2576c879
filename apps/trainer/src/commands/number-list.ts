import { ArgumentError } from '@duality/shared';

/** `all`, or steps between commas. */
export function parseSteps(text: string): number[] | 'all' {
  if (text === 'all') return 'all';
  if (/^\d{1,12}(,\d{1,12})*$/.test(text)) return text.split(',').map(Number);
  throw new ArgumentError(`--steps: must be step numbers between commas, as 1,2,4, or all, not "${text}"`);
}

/** `all`, or tiles and ranges of tiles between commas. */
export function parseTiles(text: string): number[] | 'all' {
  if (text === 'all') return 'all';
  const ranges = text.split(',').map(readRange);
  if (ranges.every((range) => range.length > 0)) return ranges.flat();
  throw new ArgumentError(
    `--tiles: must be tile numbers or ranges between commas, as 0-4 or 0,3,7, or all, not "${text}"`,
  );
}

/** Empty for what is no range. */
function readRange(part: string): number[] {
  const [, first, last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? [];
  if (first === undefined) return [];
  return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, i) => Number(first) + i);
}
