'use client';

import type { RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { mergeRuns } from '#trpc/merge-runs.ts';

/** Stop, resume, remove and restore, each with its answer merged into what the page shows. */
export function useRunActions() {
  const trpc = useTRPC();
  const cache = useQueryClient();

  const show = (run: RunSummary) => {
    cache.setQueryData(trpc.run.list.queryKey(), (old) => old && { ...old, runs: mergeRuns(old.runs, [run]) });
    cache.setQueryData(trpc.run.get.queryKey({ runId: run.id }), (old) => old && { ...old, run });
  };
  const onError = (error: { message: string }) =>
    notifications.show({ color: 'red', title: 'That did not work', message: error.message });

  const stop = useMutation(trpc.run.stop.mutationOptions({ onSuccess: show, onError }));
  const resume = useMutation(trpc.run.resume.mutationOptions({ onSuccess: show, onError }));
  const restore = useMutation(trpc.run.restore.mutationOptions({ onSuccess: show, onError }));
  const remove = useMutation(
    trpc.run.remove.mutationOptions({
      onError,
      onSuccess: (run) => {
        show(run);
        const id = `removed-${run.id}`;
        const undo = () => {
          notifications.hide(id);
          restore.mutate({ runId: run.id });
        };
        notifications.show({
          id,
          autoClose: 12_000,
          title: 'Run removed',
          message: <Undo name={run.name} onUndo={undo} />,
        });
      },
    }),
  );

  return {
    stop: (runId: number) => stop.mutate({ runId }),
    resume: (runId: number) => resume.mutate({ runId }),
    remove: (runId: number) => remove.mutate({ runId }),
    restore: (runId: number) => restore.mutate({ runId }),
  };
}

function Undo({ name, onUndo }: { name: string; onUndo: () => void }) {
  return (
    <>
      “{name}” is in the trash.{' '}
      <Button variant="subtle" size="compact-sm" onClick={onUndo}>
        Undo
      </Button>
    </>
  );
}
