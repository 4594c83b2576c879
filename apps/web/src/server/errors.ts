import { type ConfigProblem, describeProblems, type FilterError, oddLength, problemsOfIssue } from '@duality/shared';
import { explainStoreError } from '@duality/shared/store';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

/** A form that was filled in wrongly: every problem, each with the key of its field. */
export class ProblemsError extends Error {
  override name = 'ProblemsError';
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(describeProblems(problems));
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

/** The error under the code by which a page can tell what went wrong; what is wrong with the store, in a sentence. */
export function withCode(error: TRPCError, storeFile: string): TRPCError {
  const cause = explainStoreError(error.cause, storeFile) as Error | undefined;
  if (cause !== error.cause)
    return new TRPCError({ code: error.code, message: cause?.message ?? error.message, cause });
  const code = cause && codes[cause.name];
  return cause && code ? new TRPCError({ code, message: cause.message, cause }) : error;
}

/** What a page may show. Errors that nobody wrote a sentence for stay in the log. */
export function messageFor(error: TRPCError): string {
  if (error.cause instanceof ZodError) return error.cause.issues.flatMap(problemsOfIssue).map(describe).join('; ');
  if (error.cause instanceof SyntaxError) return 'the request is not JSON; send its fields as one JSON object';
  if (error.code === 'BAD_REQUEST' && error.cause instanceof TypeError) return `the request ${oddLength}`;
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

/** What is wrong with a store, every page asks for again and again. */
const sameAgainMs = 30_000;
const said = { message: '', at: Number.NEGATIVE_INFINITY };

export function logError({ error, path }: { error: TRPCError; path?: string | undefined }): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const { cause = error } = error;
  if (!explained.includes(cause.name)) {
    console.error(`${path ?? 'tRPC'}:`, cause);
  } else if (said.message !== cause.message || performance.now() - said.at >= sameAgainMs) {
    Object.assign(said, { message: cause.message, at: performance.now() });
    console.error(cause.message);
  }
}

function describe({ key, message }: ConfigProblem): string {
  if (key) return `${key}: ${message}`;
  return /^(must|is) /.test(message) ? `the request ${message}` : message;
}
