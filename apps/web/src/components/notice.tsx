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
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <Heading className={classes.title}>{title}</Heading>
      <div className={classes.text}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
