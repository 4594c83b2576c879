import type { ReactNode } from 'react';
import classes from './card.module.css';

interface CardProps {
  title: string;
  /** A few words at the right of the title. */
  note?: ReactNode;
  children: ReactNode;
}

export function Card({ title, note, children }: CardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.top}>
        <h2 className={classes.title}>{title}</h2>
        {note && <span className={classes.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}
