'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Play, Waypoints } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { starterSweep, starterWorth } from './starter-sweep.ts';

/** In place of sweeps: what one is, and the first one a click away. */
export function NoSweeps() {
  const router = useRouter();
  const create = useMutation(
    useTRPC().sweep.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/sweeps/${id}`),
      onError: ({ message }) => notifications.show({ color: 'red', title: 'The sweep was not started', message }),
    }),
  );
  return (
    <Notice
      level={2}
      title="There are no sweeps yet"
      icon={<Waypoints size={26} />}
      actions={
        <>
          <Button
            leftSection={<Play size={15} />}
            loading={create.isPending}
            onClick={() => create.mutate(starterSweep)}
          >
            Start the starter sweep
          </Button>
          <LinkButton href="/sweeps/new" variant="default">
            Define one’s own
          </LinkButton>
        </>
      }
    >
      <p>
        A sweep trains the same thing many times with other hyper-parameters, and shows what that did. The starter sweep
        trains GAN, LSGAN, WGAN and WGAN-GP on MNIST with one seed, {starterSweep.set.steps} steps each.
      </p>
      <p>{starterWorth}</p>
    </Notice>
  );
}
