import { ArgumentError } from '../errors.ts';

/** A place in a filter's text, in UTF-16 units as JavaScript counts them. */
export interface Span {
  at: number;
  length: number;
}

/**
 * A filter, sort key or value that cannot be used, and where: `length` 0 points between two characters or at the end.
 * `text` is what the place is in, where that is not the filter itself.
 */
export class FilterError extends ArgumentError {
  override name = 'FilterError';
  readonly position: number;
  readonly length: number;
  readonly text: string | undefined;

  constructor(message: string, { at, length }: Span, text?: string) {
    super(message);
    this.text = text;
    this.position = at;
    this.length = length;
  }
}

/** From the start of one to the end of the other. */
export const spanOf = (first: Span, last: Span): Span => ({
  at: first.at,
  length: last.at + last.length - first.at,
});
