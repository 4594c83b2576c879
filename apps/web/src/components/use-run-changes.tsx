'use client';

import type { RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { type Found, updateFound } from '#trpc/update-found.ts';

/** What a change answers with. */
interface Changed {
  runs: readonly RunSummary[];
  /** The entry to undo it by; null when there is nothing to undo. */
  auditId: number | null;
}

const shownForMs = 12_000;

/** Merges the answer of a change into what the page shows, and offers to undo it. */
export function useRunChanges() {
  const trpc = useTRPC();
  const cache = useQueryClient();

  const show = (runs: readonly RunSummary[]) => {
    const searches = trpc.run.search.pathFilter();
    cache.setQueriesData<Found>(searches, (old) => old && updateFound(old, runs));
    for (const run of runs) {
      cache.setQueryData(trpc.run.get.queryKey({ runId: run.id }), (old) => old && { ...old, run });
    }
    const lists = [
      trpc.run.groups,
      trpc.run.fields,
      trpc.run.trash,
      trpc.run.tags,
      trpc.experiment.list,
      trpc.pin.list,
      trpc.view.list,
      trpc.audit.list,
      trpc.sweep.get,
      trpc.sweep.list,
    ];
    for (const filter of [searches, ...lists.map((list) => list.pathFilter())]) void cache.invalidateQueries(filter);
  };
  const onError = (error: { message: string }) =>
    notifications.show({ color: 'red', title: 'That did not work', message: error.message });
  const undo = useMutation(
    trpc.audit.undo.mutationOptions({
      onError,
      onSuccess: ({ entry, runs }) => {
        show(runs);
        const isRedo = entry.action === 'redo';
        offer(isRedo ? 'Done again' : 'Undone', entry.summary, entry.id, isRedo ? 'Undo' : 'Redo');
      },
    }),
  );
  const offer = (title: string, message: string, auditId: number | null, verb = 'Undo') => {
    if (auditId === null) return;
    const id = `change-${auditId}`;
    const take = () => {
      notifications.hide(id);
      undo.mutate({ id: auditId });
    };
    notifications.show({
      id,
      autoClose: shownForMs,
      title,
      message: (
        <>
          {message}{' '}
          <Button variant="subtle" size="compact-sm" onClick={take}>
            {verb}
          </Button>
        </>
      ),
    });
  };

  return {
    show,
    onError,
    /** Tells of a change for a while, and takes it back on request; not of one that cannot be undone. */
    offer,
    /** For a mutation: what to do with its answer, and how to tell of it. */
    changing: (title: string, tell: (run: RunSummary) => string) => ({
      onError,
      onSuccess: ({ runs, auditId }: Changed) => {
        show(runs);
        const [first] = runs;
        if (first) offer(title, tell(first), auditId);
      },
    }),
    /** The same for a change of an experiment, told by what was asked for; done once the list shows it. */
    changingExperiment: <Input,>(title: string, tell: (input: Input) => string) => ({
      onSuccess: ({ auditId }: Pick<Changed, 'auditId'>, input: Input) => {
        show([]);
        offer(title, tell(input), auditId);
        return cache.invalidateQueries(trpc.experiment.list.pathFilter(), { cancelRefetch: false });
      },
    }),
    /** The same for a change of a pin. */
    changingPin: <Input,>(title: string, tell: (input: Input) => string) => ({
      onError,
      onSuccess: ({ auditId }: Pick<Changed, 'auditId'>, input: Input) => {
        for (const list of [trpc.pin.list, trpc.audit.list]) void cache.invalidateQueries(list.pathFilter());
        offer(title, tell(input), auditId);
      },
    }),
    undo: (auditId: number) => undo.mutate({ id: auditId }),
    isUndoing: undo.isPending,
  };
}
