import { ArgumentError } from '../errors.ts';

/** A place in a filter's text, in UTF-16 units as JavaScript counts them. */
export interface Span {
  at: number;
  length: number;
}

/** A filter or sort key that cannot be used, and where: `length` 0 points between two characters or at the end. */
export class FilterError extends ArgumentError {
  override name = 'FilterError';
  readonly position: number;
  readonly length: number;

  constructor(message: string, { at, length }: Span) {
    super(message);
    this.position = at;
    this.length = length;
  }
}

/** From the start of one to the end of the other. */
export const spanOf = (first: Span, last: Span): Span => ({
  at: first.at,
  length: last.at + last.length - first.at,
});
