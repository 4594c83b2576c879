'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { type Connection, useConnection } from '#trpc/connection.ts';
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
          {scheduler ? `${scheduler.running} of ${scheduler.slots} training` : 'no scheduler'}
        </span>
      )}
    </>
  );
  if (isWanted) {
    return (
      <SystemFacts
        label={label}
        state={state}
        facts={[
          ['Page', explanations[state]],
          [
            'Scheduler',
            scheduler
              ? `alive, ${scheduler.running} of ${scheduler.slots} slots in use`
              : 'not running: queued runs wait until npm start',
          ],
          ['Engine', scheduler?.engine ?? 'unknown'],
          ['Version', data ? `${data.version}, store ${data.storeVersion}` : 'unknown'],
        ]}
      />
    );
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

type Shown = 'idle' | 'connecting' | 'live' | 'behind' | 'disconnected';

const explanations: Record<Shown, string> = {
  idle: 'the server answers; nothing here changes by itself',
  connecting: 'connecting to the server',
  live: 'every change arrives as it happens',
  behind: 'the connection dropped; trying again',
  disconnected: 'the server does not answer; is npm start running?',
};

function describe({ state, lostAt }: Connection, now: number, isSilent: boolean): { state: Shown; text: string } {
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
