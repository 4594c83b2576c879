import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
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
        <Link href={back.href} prefetch={false} className={classes.back}>
          <ArrowLeft size={14} aria-hidden="true" /> {back.label}
        </Link>
        <h1 className={classes.title}>{title}</h1>
      </div>
      {children}
    </div>
  );
}
