'use client';

import { Popover } from '@mantine/core';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import type { AppRouter } from '#server/router.ts';
import { Facts } from './facts.tsx';
import classes from './system-status.module.css';

interface SystemFactsProps {
  /** Of the button that opens it. */
  label: ReactNode;
  state: SystemState;
  health: Health | undefined;
}

export type SystemState = 'idle' | 'connecting' | 'live' | 'behind' | 'disconnected';
type Health = inferRouterOutputs<AppRouter>['system']['health'];

/** What is known of page and scheduler; open from the first moment on. */
export const SystemFacts = ({ label, state, health }: SystemFactsProps) => (
  <Popover defaultOpened position="bottom-end" shadow="sm" width={300} withRoles trapFocus returnFocus>
    <Popover.Target>
      <button type="button" className={classes.button} data-state={state}>
        {label}
      </button>
    </Popover.Target>
    <Popover.Dropdown aria-label="State of the system">
      <Facts facts={[['Page', explanations[state]], ...factsOf(health)]} />
    </Popover.Dropdown>
  </Popover>
);

const explanations: Record<SystemState, string> = {
  idle: 'the server answers; nothing here changes by itself',
  connecting: 'connecting to the server',
  live: 'every change arrives as it happens',
  behind: 'the connection dropped; trying again',
  disconnected: 'the server does not answer; is npm start running?',
};

function factsOf(health: Health | undefined): [string, string][] {
  const scheduler = health?.scheduler;
  const slurm = scheduler?.slurm;
  return [
    [
      'Scheduler',
      scheduler
        ? `alive, ${scheduler.running} of ${scheduler.slots} slots in use`
        : 'not running: queued runs wait until npm start',
    ],
    ...(slurm ? [['Slurm', slurm.problem ?? `${slurm.version}, takes jobs`] satisfies [string, string]] : []),
    ['Engine', scheduler?.engine ?? 'unknown'],
    ['Version', health ? `${health.version}, store ${health.storeVersion}` : 'unknown'],
  ];
}
