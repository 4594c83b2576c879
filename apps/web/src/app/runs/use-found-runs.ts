'use client';

import type { FoundGroups, FoundRun, RunStatus, ShownValue } from '@duality/shared';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { groupsFor, listQuery, pageSize, parseList, type RunList, searchFor } from './run-list.ts';

/** What was found, of which those pages are here that were looked at. */
export interface Found {
  /** As it was asked for. */
  list: RunList;
  total: number;
  counts: Record<RunStatus, number>;
  hasRuns: boolean;
  shown: ShownValue[];
  groups: FoundGroups | undefined;
  /** Undefined while it is on its way. */
  runAt: (offset: number) => FoundRun | undefined;
  cursor: number;
}

/** The runs that a list asks for, the pages at hand. While they are asked for, or wrong, what was found before stays. */
export function useFoundRuns(wanted: RunList) {
  // Words are waited for while they are typed, everything else is asked at once.
  const [text] = useDebouncedValue(wanted.text, 150);
  const address = listQuery({ ...wanted, text });
  const asked = parseList(new URLSearchParams(address));
  const [looked, setLooked] = useState({ address, pages: [0] });
  const pages = looked.address === address ? looked.pages : [0];
  const trpc = useTRPC();
  const options = {
    // Streams tell of changes only to what is on the page.
    staleTime: 2000,
    retry: (failures: number, { data }: { data?: { code: string } | null | undefined }) =>
      failures < 1 && data?.code !== 'BAD_REQUEST',
  };
  const answers = useQueries({
    queries: pages.map((page) => trpc.run.search.queryOptions(searchFor(asked, page), options)),
  });
  const isGrouped = asked.group !== undefined;
  const grouped = useQuery(trpc.run.groups.queryOptions(groupsFor(asked), { ...options, enabled: isGrouped }));

  const kept = useRef<Found>(undefined);
  const first = answers[0]?.data;
  const error = answers[0]?.error ?? (isGrouped ? grouped.error : null);
  const isComplete = first !== undefined && error === null && (!isGrouped || grouped.data !== undefined);
  if (isComplete) {
    const byPage = new Map(pages.map((page, i) => [page, answers[i]?.data?.runs]));
    const { total, counts, hasRuns, shown, cursor } = first;
    const runAt = (offset: number) => byPage.get(Math.floor(offset / pageSize))?.[offset % pageSize];
    const groups = isGrouped ? grouped.data : undefined;
    kept.current = { list: asked, total, counts, hasRuns, shown, cursor, groups, runAt };
  }
  return {
    found: kept.current,
    /** What was found before is shown in place of an answer. */
    isOutdated: text !== wanted.text || !isComplete,
    /** With the text it is about, since that may have been changed meanwhile. */
    problem: error && {
      message: error.message,
      place: error.data?.place ?? null,
      text: error.data?.place?.text ?? asked.text,
    },
    /** Says which runs are looked at, so that their pages are asked for. */
    look: useCallback(
      (offsets: readonly number[]) => {
        const needed = [...new Set([0, ...offsets.map((offset) => Math.floor(offset / pageSize))])];
        setLooked((old) => {
          const isSame = old.address === address && old.pages.join() === needed.join();
          return isSame ? old : { address, pages: needed };
        });
      },
      [address],
    ),
  };
}
