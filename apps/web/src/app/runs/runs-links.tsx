import Link from 'next/link';
import classes from './runs-links.module.css';

const places = [
  { href: '/experiments', label: 'Experiments' },
  { href: '/runs?q=archived', label: 'Archive' },
  { href: '/trash', label: 'Trash' },
  { href: '/activity', label: 'Activity' },
];

/** How runs are grouped, where those are that are not in the list, and what was done to them. */
export function RunsLinks() {
  return (
    <nav aria-label="More of runs" className={classes.links}>
      {places.map(({ href, label }) => (
        <Link key={href} href={href} prefetch={false} className={classes.link}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
