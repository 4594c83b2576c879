'use client';

import type { BulkChange, BulkOutcome } from '@duality/shared';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { tellBulk } from './tell-bulk.ts';
import { useRunChanges } from './use-run-changes.tsx';

/** Changes many runs at once, says of how many it could, and offers to undo it. */
export function useBulkChange() {
  const { show, offer, onError } = useRunChanges();
  const { mutate, isPending } = useMutation(
    useTRPC().run.changeMany.mutationOptions({
      onError,
      onSuccess: (outcome: BulkOutcome, change) => {
        show([]);
        const { title, message } = tellBulk(change, outcome);
        if (outcome.auditId === null) notifications.show({ title, message });
        else offer(title, message, outcome.auditId);
      },
    }),
  );
  return { change: (change: BulkChange) => mutate(change), isPending };
}
