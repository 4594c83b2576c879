'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { withoutEqual } from './columns.ts';
import { queryFor, type RunList } from './run-list.ts';

/** The columns that are shown: all that are chosen, or without parameters that are the same for all runs found. */
export function useVisibleColumns(list: RunList): readonly string[] {
  const { columns, onlyDiffering } = list;
  const { data } = useQuery(
    useTRPC().run.fields.queryOptions(queryFor(list), { enabled: onlyDiffering, staleTime: 10_000 }),
  );
  return useMemo(
    () => (onlyDiffering && data ? withoutEqual(columns, data.config) : columns),
    [columns, onlyDiffering, data],
  );
}
