'use client';

import type { ViewPage } from '@duality/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { useRunChanges } from '../use-run-changes.tsx';

/** What people do with the views of a page; each change can be undone. */
export function useViewChanges(page: ViewPage) {
  const { view } = useTRPC();
  const cache = useQueryClient();
  const { offer, onError } = useRunChanges();
  const telling = <Input extends { name: string }>(title: string, tell: (input: Input) => string) => ({
    onError,
    onSuccess: ({ auditId }: { auditId: number | null }, input: Input) => {
      void cache.invalidateQueries(view.list.pathFilter());
      offer(title, tell(input), auditId);
    },
  });
  const save = useMutation(view.save.mutationOptions(telling('View saved', ({ name }) => `It is under “${name}”.`)));
  const rename = useMutation(
    view.rename.mutationOptions(
      telling('View renamed', ({ to }: { name: string; to: string }) => `It is “${to}” now.`),
    ),
  );
  const remove = useMutation(
    view.remove.mutationOptions(telling('View removed', ({ name }) => `“${name}” is no longer listed.`)),
  );
  return {
    save: (name: string, query: string) => save.mutate({ page, name, query }),
    rename: (name: string, to: string) => rename.mutate({ page, name, to }),
    remove: (name: string) => remove.mutate({ page, name }),
  };
}
