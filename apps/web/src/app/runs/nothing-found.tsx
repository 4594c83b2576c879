'use client';

import { isWordSearch } from '@duality/shared';
import { FilterX } from 'lucide-react';
import { Notice } from '#components/notice.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import { everything, type RunList } from './run-list.ts';

interface NothingFoundProps {
  list: RunList;
  /** Whether the filter cannot be read. */
  isWrong: boolean;
  onChange: (list: RunList) => void;
}

/** In place of the table. */
export function NothingFound({ list, isWrong, onChange }: NothingFoundProps) {
  const isEverything = list.text === '' && list.status === 'all';
  return (
    <Notice
      level={2}
      title={isWrong ? 'No runs to show yet' : 'No run matches'}
      icon={<FilterX size={26} />}
      actions={
        <PlainButton
          onClick={() => onChange({ ...list, status: everything.status, text: isEverything ? 'archived' : '' })}
        >
          {isEverything ? 'Show archived runs' : 'Show all runs'}
        </PlainButton>
      }
    >
      {isEverything ? 'Every run is archived.' : explain(list, isWrong)}
    </Notice>
  );
}

function explain({ text }: RunList, isWrong: boolean): string {
  if (isWrong) return 'They appear as soon as the filter can be read.';
  return text && isWordSearch(text)
    ? 'No run has all of these words. Fewer words or another status may find it.'
    : 'Another condition or another status may find it.';
}
