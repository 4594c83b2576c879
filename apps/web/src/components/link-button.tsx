'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link that looks like a button; server components cannot hand `Link` to a Mantine component themselves. */
export function LinkButton({ href, children, ...look }: ButtonProps & { href: string; children: ReactNode }) {
  return (
    <Button component={Link} href={href} prefetch={false} {...look}>
      {children}
    </Button>
  );
}
