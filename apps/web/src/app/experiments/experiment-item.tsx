'use client';

import type { Experiment } from '@duality/shared';
import { VisuallyHidden } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { NameForm } from '#components/name-form.tsx';
import { NotesEditor } from '#components/notes-editor.tsx';
import { NotesText } from '#components/notes-text.tsx';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import { ExperimentFacts } from './experiment-facts.tsx';
import classes from './experiment-item.module.css';
import { ExperimentMenu } from './experiment-menu.tsx';
import { Shortened } from './shortened.tsx';
import { useExperimentChanges } from './use-experiment-changes.ts';

interface ExperimentItemProps {
  experiment: Experiment;
  /** It has just got this name, and with it a place of its own in the list. */
  isRenamed: boolean;
  onRename: (to: string) => void;
}

const notesHeightPx = 116;

export function ExperimentItem({ experiment, isRenamed, onRename }: ExperimentItemProps) {
  const { name, notes } = experiment;
  const { rename, note } = useExperimentChanges();
  const [editing, setEditing] = useState<'name' | 'notes'>();
  const menu = useRef<HTMLButtonElement>(null);
  // Whoever works by keyboard must not be thrown to the top of the page when a field goes.
  const focusMenu = () => menu.current?.focus();
  const close = () => {
    setEditing(undefined);
    setTimeout(focusMenu);
  };
  useEffect(() => {
    if (isRenamed) menu.current?.focus();
  }, [isRenamed]);

  return (
    <li className={classes.item}>
      <div className={classes.top}>
        {editing === 'name' ? (
          <NameForm
            label="Name of the experiment"
            name={name}
            onSave={(to) => rename(name, to).then(() => onRename(to))}
            onClose={close}
          >
            <VisuallyHidden component="h2">{name}</VisuallyHidden>
          </NameForm>
        ) : (
          <h2 className={classes.name}>
            <Link href={runsOfExperiment(name)} prefetch={false}>
              {name}
            </Link>
          </h2>
        )}
        <ExperimentMenu ref={menu} experiment={experiment} onEdit={setEditing} />
      </div>
      <ExperimentFacts experiment={experiment} />
      {editing === 'notes' ? (
        <div className={classes.notes}>
          <NotesEditor notes={notes} onSave={(text) => note(name, text)} onClose={close} />
        </div>
      ) : (
        notes !== '' && (
          <div className={classes.notes}>
            <Shortened heightPx={notesHeightPx} of={`the notes of ${name}`}>
              <NotesText text={notes} />
            </Shortened>
          </div>
        )
      )}
    </li>
  );
}
