import type { ReactNode } from 'react';
import { BackLink } from './back-link.tsx';
import classes from './subject-header.module.css';

interface SubjectHeaderProps {
  back: { href: string; label: string };
  title: ReactNode;
  status: ReactNode;
  /** What it is and where it came from, in a line. */
  origin: ReactNode;
  actions: ReactNode;
  /** What people wrote about it. */
  children?: ReactNode;
}

/** Above all that a page shows of one run or one sweep. */
export function SubjectHeader({ back, title, status, origin, actions, children }: SubjectHeaderProps) {
  return (
    <div className={classes.header}>
      <div className={classes.naming}>
        <BackLink href={back.href}>{back.label}</BackLink>
        <div className={classes.line}>
          {title}
          <span role="status">{status}</span>
        </div>
        <p className={classes.origin}>{origin}</p>
        {children}
      </div>
      <div className={classes.actions}>{actions}</div>
    </div>
  );
}
