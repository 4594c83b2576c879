import type { ReactNode } from 'react';
import classes from './run-form.module.css';

/** A card of a form, called by its heading. */
export const FormSection = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className={classes.section} aria-labelledby={id}>
    <h2 id={id} className={classes.heading}>
      {title}
    </h2>
    {children}
  </section>
);
