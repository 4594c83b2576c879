'use client';

import { FilterX } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { runsHref } from '#components/runs-href.ts';

/** In place of runs that were not found. */
export function FilterNotice({ filter, problem }: { filter: string | undefined; problem: string | undefined }) {
  return (
    <Notice
      title={problem ? 'The runs could not be read' : 'There are no such runs'}
      icon={<FilterX size={26} />}
      actions={<LinkButton href={runsHref(filter)}>Choose in the list</LinkButton>}
    >
      {problem ?? (filter === undefined ? 'They may be in the trash, or deleted.' : `No run fulfils ${filter}.`)}
    </Notice>
  );
}
