/** An error whose message is written for the person at the screen: it names the thing and the remedy. */
export class ExplainedError extends Error {
  override name = 'ExplainedError';
}

/** A command-line argument or form value that cannot be used; commands exit with 2. */
export class ArgumentError extends ExplainedError {
  override name = 'ArgumentError';
}

export class NotFoundError extends ExplainedError {
  override name = 'NotFoundError';
}

/** The thing exists, but not in a state that allows the request. */
export class ConflictError extends ExplainedError {
  override name = 'ConflictError';
}

/** The store was written by a newer version of Duality. */
export class StoreVersionError extends ExplainedError {
  override name = 'StoreVersionError';
}

/** The one line that a person reads of any error. */
export function describeError(error: unknown): string {
  if (error instanceof ExplainedError) return error.message;
  return `an unexpected error: ${error instanceof Error ? error.message : String(error)} (DUALITY_DEBUG=1 shows where)`;
}
