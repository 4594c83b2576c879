'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { type Connection, useConnection } from '#trpc/connection.ts';
import type { SystemState } from './system-facts.tsx';
import classes from './system-status.module.css';
import { useNow } from './use-now.ts';

const SystemFacts = dynamic(() => import('./system-facts.tsx').then((facts) => facts.SystemFacts));

/** A dropped stream usually comes back at once; only then is it called disconnected. */
const disconnectedAfterMs = 15_000;

export function SystemStatus() {
  const connection = useConnection();
  const now = useNow(1000);
  const { data, isError } = useQuery({ ...useTRPC().system.health.queryOptions(), refetchInterval: 10_000 });
  const { state, text } = describe(connection, now, isError);
  const scheduler = data?.scheduler;

  const [isWanted, setWanted] = useState(false);
  const label = (
    <>
      <span className={classes.dot} aria-hidden="true" />
      <span role="status">{text}</span>
      {data && (
        <span className={classes.engine}>
          {scheduler ? `${scheduler.running} of ${scheduler.slots} slots busy` : 'no scheduler'}
        </span>
      )}
    </>
  );
  if (isWanted) {
    return <SystemFacts label={label} state={state} health={data} />;
  }
  return (
    <button
      type="button"
      className={classes.button}
      data-state={state}
      aria-haspopup="dialog"
      onClick={() => setWanted(true)}
    >
      {label}
    </button>
  );
}

function describe({ state, lostAt }: Connection, now: number, isSilent: boolean): { state: SystemState; text: string } {
  // A page that follows nothing notices a silent server only by asking.
  if (state === 'idle' && isSilent) return { state: 'disconnected', text: 'Disconnected' };
  if (state === 'lost') {
    const behindMs = Math.max(0, now - (lostAt ?? now));
    if (behindMs >= disconnectedAfterMs) return { state: 'disconnected', text: 'Disconnected' };
    return { state: 'behind', text: `Behind by ${Math.ceil(behindMs / 1000)} s` };
  }
  const words = { idle: 'Connected', connecting: 'Connecting', live: 'Live' };
  return { state, text: words[state] };
}
