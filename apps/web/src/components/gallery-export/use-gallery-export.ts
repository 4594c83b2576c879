'use client';

import type { GalleryRequest } from '@duality/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';

const askEveryMs = 300;

/** One gallery on its way from the request to the file. */
export function useGalleryExport() {
  const trpc = useTRPC();
  const [id, setId] = useState<string>();
  const create = useMutation(trpc.export.create.mutationOptions({ onSuccess: (job) => setId(job.id) }));
  const status = useQuery(
    trpc.export.status.queryOptions(
      { id: id ?? '' },
      {
        enabled: id !== undefined,
        refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : askEveryMs),
      },
    ),
  );
  const cancel = useMutation(trpc.export.cancel.mutationOptions({ onSettled: () => void status.refetch() }));
  return {
    /** Undefined while nothing is asked for. */
    job: id === undefined ? undefined : status.data,
    isStarting: create.isPending || (id !== undefined && !status.data && !status.error),
    refusal: create.error ?? status.error,
    start: (request: GalleryRequest) => create.mutate(request),
    cancel: () => id !== undefined && cancel.mutate({ id }),
    /** Back to the form. */
    forget: () => {
      setId(undefined);
      create.reset();
    },
  };
}

export type GalleryExport = ReturnType<typeof useGalleryExport>;

const isOver = (state: string) => state !== 'waiting' && state !== 'running';
