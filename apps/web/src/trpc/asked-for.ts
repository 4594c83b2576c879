import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Every cached answer to a procedure, with what was asked for it. */
export function listAnswers<Input, Answer>(cache: QueryClient, path: QueryKey) {
  return cache.getQueriesData<Answer>({ queryKey: path }).flatMap(([key, answer]) => {
    const { input } = (key[1] ?? {}) as { input?: Input };
    return answer && input ? [{ key, input, answer }] : [];
  });
}
