import type { ReactNode } from 'react';

/** Numbers that stand under each other or change in place. */
export function Figures({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <span className={`figures ${className}`}>{children}</span>;
}
