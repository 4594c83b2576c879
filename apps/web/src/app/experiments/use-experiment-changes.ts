'use client';

import { useMutation } from '@tanstack/react-query';
import { useRunChanges } from '#components/use-run-changes.tsx';
import { useTRPC } from '#trpc/client.tsx';

type Named = { name: string };

/** What a person can do to an experiment, each with an offer to undo it. Each resolves once the list shows it. */
export function useExperimentChanges() {
  const { experiment } = useTRPC();
  const { changingExperiment, onError } = useRunChanges();

  const create = useMutation(
    experiment.create.mutationOptions(
      changingExperiment('Experiment created', ({ name }: Named) => `“${name}” has no runs yet.`),
    ),
  );
  const rename = useMutation(
    experiment.rename.mutationOptions(
      changingExperiment('Experiment renamed', ({ to }: { to: string }) => `It is “${to}” now.`),
    ),
  );
  const note = useMutation(
    experiment.note.mutationOptions({
      ...changingExperiment('Notes saved', ({ name }: Named) => `Those of “${name}”.`),
      onError,
    }),
  );
  const remove = useMutation(
    experiment.remove.mutationOptions({
      ...changingExperiment('Experiment deleted', ({ name }: Named) => `“${name}” is gone.`),
      onError,
    }),
  );

  return {
    /** Rejects with a sentence for its field, as `rename` does. */
    create: (name: string) => create.mutateAsync({ name }),
    rename: (name: string, to: string) => rename.mutateAsync({ name, to }),
    note: (name: string, notes: string) => note.mutateAsync({ name, notes }),
    remove: (name: string) => remove.mutate({ name }),
  };
}
