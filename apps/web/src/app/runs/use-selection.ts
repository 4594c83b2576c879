'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { type RunList, searchFor } from './run-list.ts';

/** Runs that were ticked, and how to tick more. They stay ticked when the list shows others. */
export interface Selection {
  ids: ReadonlySet<number>;
  set: (ids: readonly number[], isSelected: boolean) => void;
  /** Those at these stretches of what the list finds, whether they are at hand or not. */
  setStretches: (stretches: readonly { offset: number; limit?: number }[], isSelected: boolean) => void;
  clear: () => void;
}

export function useSelection(list: RunList): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const trpc = useTRPC();
  const cache = useQueryClient();
  const newest = useRef(list);
  newest.current = list;
  return useMemo(() => {
    const set = (changed: readonly number[], isSelected: boolean) =>
      setIds((old) => {
        const next = new Set(old);
        for (const id of changed) isSelected ? next.add(id) : next.delete(id);
        return next;
      });
    return {
      ids,
      set,
      setStretches: (stretches, isSelected) => {
        const { limit: _, values: __, ...search } = searchFor(newest.current, 0);
        const asked = stretches.map((stretch) =>
          cache.fetchQuery(trpc.run.ids.queryOptions({ ...search, ...stretch }, { staleTime: 0 })),
        );
        void Promise.all(asked).then((found) => set(found.flat(), isSelected));
      },
      clear: () => setIds(new Set()),
    };
  }, [ids, trpc, cache]);
}
