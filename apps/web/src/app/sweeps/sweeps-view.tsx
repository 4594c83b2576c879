'use client';

import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#components/link-button.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { NoSweeps } from './no-sweeps.tsx';
import { SweepItem } from './sweep-item.tsx';
import classes from './sweeps-view.module.css';
import { isLive } from './trial-counts.ts';

const whileLiveMs = 1000;
const elseMs = 10_000;

export function SweepsView() {
  const { data } = useQuery(
    useTRPC().sweep.list.queryOptions(undefined, {
      refetchOnMount: 'always',
      refetchInterval: ({ state }) => (state.data?.sweeps.some(isLive) ? whileLiveMs : elseMs),
    }),
  );
  const sweeps = data?.sweeps ?? [];
  return (
    <>
      <div className={classes.top}>
        <h1 className={classes.title}>Sweeps</h1>
        {sweeps.length > 0 && <LinkButton href="/sweeps/new">New sweep</LinkButton>}
      </div>
      {sweeps.length === 0 ? (
        <NoSweeps />
      ) : (
        <ul className={classes.list} aria-label="Sweeps">
          {sweeps.map((sweep) => (
            <SweepItem key={sweep.id} sweep={sweep} />
          ))}
        </ul>
      )}
    </>
  );
}
