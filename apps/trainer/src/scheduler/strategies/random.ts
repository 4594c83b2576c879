import type { SearchPoint } from '@duality/shared';
import type { Search, Strategy } from './strategy.ts';
import { pointAtUnits } from './unit.ts';
import { unitsFor, unseenPoint } from './unseen.ts';

/** Each parameter drawn evenly on its scale (Bergstra and Bengio, JMLR 13, 2012). */
export const random: Strategy = (search) => unseenPoint(search, (attempt) => randomPoint(search, attempt));

export function randomPoint(search: Search, attempt: number): SearchPoint {
  const units = unitsFor(search, Object.keys(search.space).length, attempt);
  return pointAtUnits(search.space, (i) => units[i] as number);
}
