import type { FilterField } from './fields.ts';
import type { Period } from './period.ts';
import type { ArithmeticSign } from './syntax.ts';

export const reductions = ['last', 'min', 'max', 'mean', 'count', 'nonFinite', 'at'] as const;
export type Reduction = (typeof reductions)[number];

/** What can be compared and sorted by: every name known, every type checked. Each may be missing for some run. */
export type Value =
  | { kind: 'number'; type: 'number'; value: number }
  | { kind: 'text'; type: 'text'; value: string }
  | { kind: 'flag'; type: 'flag'; value: boolean }
  | { kind: 'none'; type: 'none' }
  | { kind: 'field'; type: FilterField['type']; field: FilterField }
  | { kind: 'metric'; type: 'number'; reduction: Exclude<Reduction, 'at'>; metric: string }
  | { kind: 'metric'; type: 'number'; reduction: 'at'; metric: string; step: number }
  | { kind: 'negative'; type: 'number'; of: Value }
  | { kind: 'arithmetic'; type: 'number'; sign: ArithmeticSign; left: Value; right: Value };

export type Relation = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** True or false for every run: what asks about a missing value is false, and its `not` therefore true. */
export type Condition =
  | { kind: 'and' | 'or'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'holds'; flag: Value }
  | { kind: 'missing'; value: Value }
  | { kind: 'compare'; relation: Relation; left: Value; right: Value }
  /** A time is compared as precisely as the period is written: `==` within it, `>` after its end. */
  | { kind: 'during'; relation: Relation; time: Value; period: Period }
  | { kind: 'among'; value: Value; items: Value[] }
  /** Upper and lower case are the same. */
  | { kind: 'contains'; text: Value; part: Value }
  | { kind: 'tagged'; tag: Value }
  /** Occurs in what identifies the run, upper and lower case being the same. */
  | { kind: 'word'; word: string };
