'use client';

import type { SavedView } from '@duality/shared';
import { Pencil, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { PlainButton } from '../plain-button.tsx';
import { useViewChanges } from './use-view-changes.ts';
import { ViewNameForm } from './view-name-form.tsx';
import classes from './views-menu.module.css';

interface ViewItemProps {
  view: SavedView;
  /** Whether it is what is shown. */
  isCurrent: boolean;
  onGo: () => void;
  onUpdate: () => void;
}

export function ViewItem({ view: { page, name }, isCurrent, onGo, onUpdate }: ViewItemProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { rename, remove } = useViewChanges(page);
  if (isRenaming) {
    return (
      <li>
        <ViewNameForm
          label={`New name of “${name}”`}
          verb="Rename"
          name={name}
          onGive={(to) => {
            setRenaming(false);
            rename(name, to);
          }}
          onClose={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <button type="button" className={classes.go} aria-current={isCurrent || undefined} onClick={onGo}>
        {name}
      </button>
      <PlainButton
        isIcon
        disabled={isCurrent}
        aria-label={`Save what is shown as “${name}”`}
        title="Save what is shown under this name"
        onClick={onUpdate}
      >
        <Save size={14} aria-hidden="true" />
      </PlainButton>
      <PlainButton isIcon aria-label={`Rename “${name}”`} title="Rename" onClick={() => setRenaming(true)}>
        <Pencil size={14} aria-hidden="true" />
      </PlainButton>
      <PlainButton isIcon aria-label={`Remove “${name}”`} title="Remove" onClick={() => remove(name)}>
        <Trash2 size={14} aria-hidden="true" />
      </PlainButton>
    </li>
  );
}
