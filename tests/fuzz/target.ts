import type fc from 'fast-check';

export type Verdict = 'accepted' | 'refused';

/** Something that takes input, made ready to be tried. */
export interface Opened<T> {
  inputs: fc.Arbitrary<T>;
  /** Throws where the input was neither used nor refused as it should be. */
  attempt: (input: T) => Verdict | Promise<Verdict>;
  /** How a person would give the input again. */
  show?: (input: T) => string;
  /** Throws where what was there before is harmed; called once, also after a failure. */
  close?: () => void | Promise<void>;
}

export interface Target {
  name: string;
  about: string;
  /** Of all inputs, in shares of the whole. */
  share: number;
  // biome-ignore lint/suspicious/noExplicitAny: each target knows its own inputs
  open: (folder: string) => Opened<any> | Promise<Opened<any>>;
}

/** A failure of what is tried, in words; its stack would only tell of the fuzzer. */
class Violation extends Error {
  override name = 'Violation';
}

export function demand(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Violation(otherwise);
}
