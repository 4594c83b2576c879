'use client';

import { FilterX } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';

/** In place of runs that were not found. */
export function FilterNotice({ filter, problem }: { filter: string | undefined; problem: string | undefined }) {
  const list = filter === undefined ? '/runs' : `/runs?q=${encodeURIComponent(filter)}`;
  return (
    <Notice
      title={problem ? 'The runs could not be read' : 'There are no such runs'}
      icon={<FilterX size={26} />}
      actions={<LinkButton href={list}>Choose in the list</LinkButton>}
    >
      {problem ?? (filter === undefined ? 'They may be in the trash, or deleted.' : `No run fulfils ${filter}.`)}
    </Notice>
  );
}
