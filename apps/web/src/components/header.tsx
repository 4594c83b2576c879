'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import classes from './header.module.css';
import { Mark } from './mark.tsx';
import { SystemStatus } from './system-status.tsx';

const pages = [
  { href: '/runs', label: 'Runs' },
  { href: '/compare', label: 'Compare' },
  { href: '/sweeps', label: 'Sweeps' },
  { href: '/runs/new', label: 'New run' },
];

const isIn = (path: string, href: string) => `${path}/`.startsWith(`${href}/`);

export function Header() {
  const path = usePathname();
  const isCurrent = (href: string) =>
    href === '/runs' ? !pages.some((page) => page.href !== href && isIn(path, page.href)) : isIn(path, href);
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Link href="/runs" prefetch={false} className={classes.brand} aria-label="Duality, to all runs">
          <Mark />
          <span className={classes.name}>Duality</span>
        </Link>
        <nav aria-label="Main" className={classes.nav}>
          {pages.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className={classes.link}
              aria-current={isCurrent(href) ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className={classes.side}>
          <SystemStatus />
          <ColorSchemeToggle />
        </div>
      </div>
    </header>
  );
}
