'use client';

import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  title: string;
  icon: ReactNode;
  /** What happened and what to do. */
  children: ReactNode;
  actions?: ReactNode;
  /** Of the heading; 1 where the notice is all there is. */
  level?: 1 | 2;
}

/** In place of content that is not there. */
export function Notice({ title, icon, children, actions, level = 1 }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.notice}>
      <EmptyState
        title={<Heading className={classes.title}>{title}</Heading>}
        icon={icon}
        description={children}
        withIndicatorBackground
      >
        {actions && <EmptyState.Actions className={classes.actions ?? ''}>{actions}</EmptyState.Actions>}
      </EmptyState>
    </div>
  );
}
