import { ExplainedError } from '@duality/shared';

/** The fields of an object in a parsed JSON file; a reader throws when its field is not what it must be. */
export interface NumberFields {
  has(name: string): boolean;
  /** A finite number that meets `rule`, which `what` puts in words. */
  number(name: string, what?: string, rule?: (value: number) => boolean): number;
  /** Finite numbers, `length` of them. */
  vector(name: string, length?: number): number[];
  /** One row or more of `width` finite numbers each (all as many as the first when left out). */
  rows(name: string, width?: number): number[][];
  object(name: string): NumberFields;
  /** Anything, for a reader of one's own. */
  raw(name: string): unknown;
  /** The error that says `name` must be `what`. */
  wrong(name: string, what: string): ExplainedError;
}

/**
 * Reads `value` field by field. `place` says what it is, as in "the benchmark file d2.json"; each ExplainedError
 * begins with it and names the field.
 */
export function readNumberFields(value: unknown, place: string): NumberFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ExplainedError(`${place} must be an object with named fields`);
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const wrong = (name: string, what: string) =>
    new ExplainedError(`${place}: "${name}" ${fields.has(name) ? 'must be' : 'is missing; it must be'} ${what}`);
  return {
    has: (name) => fields.has(name),
    number(name, what = 'a finite number', rule = () => true) {
      const number = fields.get(name);
      if (!isFiniteNumber(number) || !rule(number)) throw wrong(name, what);
      return number;
    },
    vector(name, length) {
      const vector = fields.get(name);
      if (!isVector(vector, length)) throw wrong(name, `a list of ${length ?? ''} finite numbers`.replace('  ', ' '));
      return vector;
    },
    rows(name, width) {
      const rows = fields.get(name);
      const isMatrix = Array.isArray(rows) && rows.length > 0 && Array.isArray(rows[0]);
      const columns = width ?? (isMatrix ? rows[0].length : 0);
      if (!isMatrix || columns === 0 || !rows.every((row) => isVector(row, columns))) {
        throw wrong(name, `one list or more of ${width ?? 'equally many'} finite numbers each`);
      }
      return rows;
    },
    object: (name) => readNumberFields(fields.get(name), `${place}: "${name}"`),
    raw: (name) => fields.get(name),
    wrong,
  };
}

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isVector = (value: unknown, length?: number): value is number[] =>
  Array.isArray(value) && value.every(isFiniteNumber) && (length === undefined || value.length === length);
