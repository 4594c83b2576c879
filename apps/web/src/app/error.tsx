'use client';

import { Unplug } from 'lucide-react';
import { Notice } from '#components/notice.tsx';
import { PlainButton } from '#components/plain-button.tsx';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? ` Its log number is ${String(error.digest)}.` : '';
  return (
    <Notice
      title="This page could not be shown"
      icon={<Unplug size={26} />}
      actions={
        <PlainButton look="filled" onClick={retry}>
          Try again
        </PlainButton>
      }
    >
      Nothing is lost: runs go on without the dashboard. The terminal in which Duality was started says what went wrong.
      {digest}
    </Notice>
  );
}
