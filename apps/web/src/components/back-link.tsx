import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import classes from './back-link.module.css';

/** Above a page's title: the list that it belongs to. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className={classes.back}>
      <ArrowLeft size={14} aria-hidden="true" /> {children}
    </Link>
  );
}
