'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { filterQuery, pageSize, parseFilter, type RunFilter, searchFor } from './run-filter.ts';

/** The runs that a filter finds, a page and then more. While it is asked, or wrong, what was found before stays. */
export function useFoundRuns(filter: RunFilter) {
  const wanted = filterQuery(filter);
  const [address] = useDebouncedValue(wanted, 150);
  const [more, setMore] = useState({ address, limit: pageSize });
  const limit = more.address === address ? more.limit : pageSize;
  const asked = parseFilter(new URLSearchParams(address));
  const trpc = useTRPC();
  const { data, error, isPlaceholderData } = useQuery(
    trpc.run.search.queryOptions(searchFor(asked, limit), {
      // Streams tell of changes only to what is on the page.
      staleTime: 2000,
      placeholderData: keepPreviousData,
      retry: (failures, { data }) => failures < 1 && data?.code !== 'BAD_REQUEST',
    }),
  );
  const found = useRef(data);
  if (data) found.current = data;
  return {
    found: found.current,
    /** What was found before is shown in place of an answer. */
    isOutdated: address !== wanted || isPlaceholderData || error !== null,
    /** With the text it is about, since that may have been changed meanwhile. */
    problem: error && {
      message: error.message,
      place: error.data?.place ?? null,
      text: error.data?.place?.text ?? asked.text,
    },
    showMore: () => setMore({ address, limit: limit + pageSize }),
  };
}
