'use client';

import type { RunSummary } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import classes from './alert-badge.module.css';

/** How many of the doctor's alerts hold; which, it tells those who point at it. Nothing where all is well. */
export function AlertBadge({ run: { id, alerts } }: { run: RunSummary }) {
  const [isAsked, setAsked] = useState(false);
  const { error, warning } = alerts;
  const count = error + warning;
  const { data } = useQuery(
    useTRPC().run.alerts.queryOptions({ runId: id }, { enabled: isAsked && count > 0, staleTime: 5000 }),
  );
  if (count === 0) return null;
  const Icon = error > 0 ? CircleAlert : TriangleAlert;
  const holding = data?.filter(({ endedStep }) => endedStep === null);
  const ask = () => setAsked(true);
  return (
    <Link
      href={`/runs/${id}#alerts`}
      prefetch={false}
      className={classes.badge}
      data-severity={error > 0 ? 'error' : 'warning'}
      title={holding?.map(({ message }) => message).join('\n') ?? 'What the doctor says of this run'}
      onPointerEnter={ask}
      onFocus={ask}
    >
      <Icon size={11} strokeWidth={2.25} aria-hidden="true" />
      {[counted(error, 'error'), counted(warning, 'warning')].filter(Boolean).join(', ')}
    </Link>
  );
}

const counted = (count: number, what: string) => (count > 0 ? `${count} ${what}${count > 1 ? 's' : ''}` : '');
