import type { FieldProblem } from './use-gallery-form.ts';

/** What a refusal says of single fields, or the whole of it; undefined for no error. */
export function problemsOf(error: unknown): FieldProblem[] | undefined {
  if (!(error instanceof Error)) return undefined;
  const { problems } = (error as { data?: { problems?: FieldProblem[] } }).data ?? {};
  return problems && problems.length > 0 ? problems : [{ key: '', message: error.message }];
}
