'use client';

import { formatAgo } from './duration.ts';
import { useNow } from './use-now.ts';

export function TimeAgo({ at }: { at: number }) {
  const now = useNow();
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} title={iso.replace('T', ' ').slice(0, 19).concat(' UTC')} suppressHydrationWarning>
      {formatAgo(now - at)}
    </time>
  );
}
