import type { ReactNode } from 'react';
import { BackLink } from './back-link.tsx';
import classes from './page-top.module.css';

interface PageTopProps {
  title: string;
  back: { href: string; label: string };
  /** What can be done to all that the page shows. */
  children?: ReactNode;
}

export function PageTop({ title, back, children }: PageTopProps) {
  return (
    <div className={classes.top}>
      <div>
        <BackLink href={back.href}>{back.label}</BackLink>
        <h1 className={classes.title}>{title}</h1>
      </div>
      {children}
    </div>
  );
}
