'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { useRunChanges } from './use-run-changes.tsx';

/** What a person can do to a run; each answer is shown at once, with an offer to undo it. */
export function useRunActions() {
  const { run } = useTRPC();
  const { changing } = useRunChanges();

  const stop = useMutation(
    run.stop.mutationOptions(
      changing('Stop', ({ name, status }) =>
        status === 'running' ? `“${name}” stops after its current step.` : `“${name}” has left the queue.`,
      ),
    ),
  );
  const resume = useMutation(
    run.resume.mutationOptions(changing('Resumed', ({ name }) => `“${name}” waits in the queue.`)),
  );
  const remove = useMutation(
    run.remove.mutationOptions(changing('Run removed', ({ name }) => `“${name}” is in the trash.`)),
  );
  const restore = useMutation(
    run.restore.mutationOptions(changing('Run restored', ({ name }) => `“${name}” is back in the list.`)),
  );
  const archive = useMutation(
    run.archive.mutationOptions(changing('Run archived', ({ name }) => `“${name}” is hidden from the list of runs.`)),
  );
  const unarchive = useMutation(
    run.unarchive.mutationOptions(changing('Out of the archive', ({ name }) => `“${name}” is back in the list.`)),
  );
  const rename = useMutation(run.rename.mutationOptions(changing('Renamed', ({ name }) => `It is “${name}” now.`)));
  const tag = useMutation(
    run.tag.mutationOptions(changing('Tag added', ({ name, tags }) => `“${name}” has ${count(tags)} now.`)),
  );
  const untag = useMutation(
    run.untag.mutationOptions(changing('Tag taken off', ({ name, tags }) => `“${name}” has ${count(tags)} now.`)),
  );
  const note = useMutation(run.note.mutationOptions(changing('Notes saved', ({ name }) => `Those of “${name}”.`)));
  const move = useMutation(
    run.move.mutationOptions(changing('Moved', ({ name, experiment }) => `“${name}” is in “${experiment}”.`)),
  );

  return {
    stop: (runId: number) => stop.mutate({ runId }),
    resume: (runId: number) => resume.mutate({ runId }),
    remove: (runId: number) => remove.mutate({ runId }),
    restore: (runId: number) => restore.mutate({ runId }),
    archive: (runId: number) => archive.mutate({ runId }),
    unarchive: (runId: number) => unarchive.mutate({ runId }),
    rename: (runId: number, name: string) => rename.mutate({ runId, name }),
    tag: (runId: number, word: string) => tag.mutate({ runId, tag: word }),
    untag: (runId: number, word: string) => untag.mutate({ runId, tag: word }),
    /** Resolves once they are saved. */
    note: (runId: number, notes: string) => note.mutateAsync({ runId, notes }),
    move: (runId: number, experiment: string) => move.mutate({ runId, experiment }),
  };
}

const count = (tags: readonly string[]) => (tags.length === 1 ? 'one tag' : `${tags.length || 'no'} tags`);
