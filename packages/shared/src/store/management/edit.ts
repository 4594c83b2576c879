import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { type Key, type Properties, propertiesOf, type Value } from './property.ts';

type Field = keyof Properties;
/** One value of a run or an experiment. */
export type Place = readonly [field: Field, ...key: Key];

/** What one change did to one value. */
export interface Edit {
  place: Place;
  from: Value;
  to: Value;
  /** Came about beside what was asked for: an undo leaves it where it cannot be taken back. */
  isIncidental?: boolean;
}

export type Editor = ReturnType<typeof editorOf>;

/** Changes values so that each change can be taken back. To be used inside a transaction. */
export function editorOf(db: Database) {
  const properties = propertiesOf(db);
  const read = ([field, ...key]: Place): Value => {
    const value = properties[field].read(key);
    if (value === undefined) throw new NotFoundError(`there is no ${properties[field].nameThing(key)}`);
    return value;
  };
  const write = ([field, ...key]: Place, value: Value): void => properties[field].write(key, value);

  /** Says why the value is no longer what the edit made it; undefined where it still is. */
  const findObstacle = ({ place: [field, ...key], to }: Edit): string | undefined => {
    const { read, nameThing, tell } = properties[field];
    const now = read(key);
    if (now === undefined) return `${nameThing(key)} is no more`;
    return isSame(now, to) ? undefined : tell(key, now, to);
  };
  const revert = (edit: Edit): Edit[] => {
    const { place, from, to, isIncidental } = edit;
    try {
      const obstacle = findObstacle(edit);
      if (obstacle) throw new ConflictError(obstacle);
      write(place, from);
      return [{ place, from: to, to: from, ...(isIncidental && { isIncidental }) }];
    } catch (error) {
      if (isIncidental && error instanceof ConflictError) return [];
      throw error;
    }
  };

  return {
    /** Whatever `body` does to the values at these places. Throws a NotFoundError where there are none. */
    watch: (places: readonly Place[], body: () => void): Edit[] => {
      const before = places.map(read);
      body();
      return places.flatMap((place, i) => {
        const [from, to] = [before[i] as Value, read(place)];
        return isSame(from, to) ? [] : [{ place, from, to }];
      });
    },
    /** Nothing when it has that value already. */
    set: (place: Place, to: Value): Edit[] => {
      const from = read(place);
      if (isSame(from, to)) return [];
      write(place, to);
      return [{ place, from, to }];
    },
    /** The first thing that keeps these edits from being taken back. */
    findObstacle: (edits: readonly Edit[]): string | undefined => {
      for (const edit of edits) {
        const obstacle = edit.isIncidental ? undefined : findObstacle(edit);
        if (obstacle) return obstacle;
      }
      return undefined;
    },
    /** Takes them back, the last first; returns what that changed. Throws a ConflictError that says what has changed since. */
    revert: (edits: readonly Edit[]): Edit[] => [...edits].reverse().flatMap(revert),
  };
}

const isSame = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);
