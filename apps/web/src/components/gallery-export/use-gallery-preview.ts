'use client';

import type { GalleryRequest } from '@duality/shared';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPCClient } from '#trpc/client.tsx';

/** What the request would come to, drawn by the server a moment after the last change. */
export function useGalleryPreview(request: GalleryRequest, isEnabled: boolean) {
  const client = useTRPCClient();
  const [settled] = useDebouncedValue(JSON.stringify(request), 250);
  return useQuery({
    queryKey: ['gallery preview', settled],
    queryFn: () => client.export.preview.mutate(JSON.parse(settled)),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
}
