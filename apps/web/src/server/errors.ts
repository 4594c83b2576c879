import type { ConfigProblem, FilterError } from '@duality/shared';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

/** A form that was filled in wrongly: every problem, each with the key of its field. */
export class ProblemsError extends Error {
  override name = 'ProblemsError';
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(problems.map(({ key, message }) => (key ? `${key}: ${message}` : message)).join('; '));
    this.problems = problems;
  }
}

// By name, not by instanceof: Next may load a class twice, and an error can come from the other one.
const codes: Record<string, TRPCError['code']> = {
  NotFoundError: 'NOT_FOUND',
  ConflictError: 'CONFLICT',
  ArgumentError: 'BAD_REQUEST',
  FilterError: 'BAD_REQUEST',
};
const explained = ['ExplainedError', 'StoreVersionError'];

/** The error under the code by which a page can tell what went wrong. */
export function withCode(error: TRPCError): TRPCError {
  const { cause } = error;
  const code = cause && codes[cause.name];
  return cause && code ? new TRPCError({ code, message: cause.message, cause }) : error;
}

/** What a page may show. Errors that nobody wrote a sentence for stay in the log. */
export function messageFor(error: TRPCError): string {
  if (error.cause instanceof ZodError) return error.cause.issues.map(describe).join('; ');
  if (error.code !== 'INTERNAL_SERVER_ERROR' || explained.includes(error.cause?.name ?? '')) return error.message;
  return 'Something went wrong inside Duality; the terminal it runs in says what.';
}

export const problemsOf = (error: TRPCError): ConfigProblem[] =>
  error.cause instanceof ProblemsError ? error.cause.problems : [];

interface Place {
  position: number;
  length: number;
  /** What the place is in; absent for the filter itself. */
  text?: string;
}

/** The characters of a filter or a value that its error is about; null for every other error. */
export function placeOf({ cause }: TRPCError): Place | null {
  if (!isFilterError(cause)) return null;
  const { position, length, text } = cause;
  return { position, length, ...(text !== undefined && { text }) };
}

const isFilterError = (cause: Error | undefined): cause is FilterError => cause?.name === 'FilterError';

export function logError({ error, path }: { error: TRPCError; path?: string | undefined }): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const { cause = error } = error;
  console.error(`${path ?? 'tRPC'}:`, explained.includes(cause.name) ? cause.message : cause);
}

function describe({ path, message }: ZodError['issues'][number]): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}
