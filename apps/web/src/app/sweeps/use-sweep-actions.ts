'use client';

import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { useTRPC } from '#trpc/client.tsx';

export type ShownSweep = inferRouterOutputs<AppRouter>['sweep']['get'];

/** What a person can do to a sweep and its trials; each answer is shown at once. */
export function useSweepActions() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const telling = (title: string, tell: (name: string) => string) => ({
    onError: ({ message }: { message: string }) =>
      notifications.show({ color: 'red', title: 'That did not work', message }),
    onSuccess: (shown: ShownSweep) => {
      cache.setQueryData(trpc.sweep.get.queryKey({ sweepId: shown.summary.id }), shown);
      void cache.invalidateQueries(trpc.sweep.list.pathFilter());
      notifications.show({ title, message: tell(shown.summary.name) });
    },
  });
  const pause = useMutation(
    trpc.sweep.pause.mutationOptions(telling('Paused', (name) => `Trials of “${name}” save a checkpoint and rest.`)),
  );
  const resume = useMutation(
    trpc.sweep.resume.mutationOptions(telling('Resumed', (name) => `“${name}” goes on where it was.`)),
  );
  const stop = useMutation(
    trpc.sweep.stop.mutationOptions(
      telling('Stopped', (name) => `“${name}” starts no new trial; those that train go on to their end.`),
    ),
  );
  const cancel = useMutation(
    trpc.sweep.cancel.mutationOptions(telling('Cancelled', (name) => `All trials of “${name}” stop now.`)),
  );
  const pauseTrial = useMutation(
    trpc.sweep.pauseTrial.mutationOptions(telling('Trial paused', () => 'It saves a checkpoint and rests.')),
  );
  const resumeTrial = useMutation(
    trpc.sweep.resumeTrial.mutationOptions(telling('Trial resumed', () => 'It goes on when its turn comes.')),
  );
  return {
    pause: (sweepId: number) => pause.mutate({ sweepId }),
    resume: (sweepId: number) => resume.mutate({ sweepId }),
    stop: (sweepId: number) => stop.mutate({ sweepId }),
    cancel: (sweepId: number) => cancel.mutate({ sweepId }),
    pauseTrial: (trialId: number) => pauseTrial.mutate({ trialId }),
    resumeTrial: (trialId: number) => resumeTrial.mutate({ trialId }),
  };
}
