import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import classes from './plain-button.module.css';

interface LinkButtonProps extends Omit<ComponentProps<typeof Link>, 'href'> {
  href: string;
  variant?: 'filled' | 'default';
  leftSection?: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton({ variant = 'filled', leftSection, children, ...link }: LinkButtonProps) {
  return (
    <Link className={variant === 'filled' ? classes.filled : classes.button} prefetch={false} {...link}>
      {leftSection}
      {children}
    </Link>
  );
}
