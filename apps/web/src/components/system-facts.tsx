'use client';

import { Popover } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { Facts } from './facts.tsx';
import classes from './system-status.module.css';

interface SystemFactsProps extends ComponentProps<typeof Facts> {
  /** Of the button that opens it. */
  label: ReactNode;
  state: string;
}

/** What is known of page and scheduler; open from the first moment on. */
export const SystemFacts = ({ label, state, facts }: SystemFactsProps) => (
  <Popover defaultOpened position="bottom-end" shadow="sm" width={300} withRoles trapFocus returnFocus>
    <Popover.Target>
      <button type="button" className={classes.button} data-state={state}>
        {label}
      </button>
    </Popover.Target>
    <Popover.Dropdown aria-label="State of the system">
      <Facts facts={facts} />
    </Popover.Dropdown>
  </Popover>
);
