export type TileChoiceKind = 'all' | 'first' | 'list';

/** What a person says about tiles, as it is typed. */
export interface TileChoice {
  kind: TileChoiceKind;
  count: number | string;
  list: string;
}

export interface ChosenTiles {
  tiles: number[] | 'all';
  problem?: string | undefined;
}

/** Of grids with at least `available` tiles, which are counted from 0. */
export function chooseTiles(available: number, choice: TileChoice): ChosenTiles {
  if (choice.kind === 'first') {
    const count = Number(choice.count);
    const isGood = Number.isInteger(count) && count >= 1 && count <= available;
    if (!isGood) return { tiles: 'all', problem: `must be 1 to ${available}` };
    return { tiles: rangeOf(0, count - 1) };
  }
  return choice.kind === 'list' ? chooseListed(available, choice.list) : { tiles: 'all' };
}

function chooseListed(available: number, list: string): ChosenTiles {
  const words = list.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0) return { tiles: 'all', problem: 'must have one tile or more, as 0-4 or 0, 3, 7' };
  const tiles: number[] = [];
  for (const word of words) {
    const [, first, last = first] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(word) ?? [];
    if (first === undefined || Number(last) < Number(first)) {
      return { tiles: 'all', problem: `must be tile numbers or ranges, unlike “${word}”` };
    }
    tiles.push(...rangeOf(Number(first), Number(last)));
  }
  const missing = tiles.find((tile) => tile >= available);
  if (missing === undefined) return { tiles: [...new Set(tiles)] };
  return { tiles: 'all', problem: `there is no tile ${missing}: the tiles are 0 to ${available - 1}` };
}

const rangeOf = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
