'use client';

import type { RunSummary } from '@duality/shared';
import { Button } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Card } from '#components/card.tsx';
import { NotesEditor } from '#components/notes-editor.tsx';
import { NotesText } from '#components/notes-text.tsx';
import { useRunActions } from '#components/use-run-actions.tsx';
import classes from './notes-card.module.css';

/** What a person writes down about a run, in Markdown. */
export function NotesCard({ run }: { run: RunSummary }) {
  const { note } = useRunActions();
  const [isEditing, setIsEditing] = useState(false);
  const edit = (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<Pencil size={13} aria-hidden="true" />}
      onClick={() => setIsEditing(true)}
    >
      {run.notes === '' ? 'Write notes' : 'Edit'}
    </Button>
  );
  return (
    <Card title="Notes" note={!isEditing && edit}>
      {isEditing ? (
        <NotesEditor notes={run.notes} onSave={(notes) => note(run.id, notes)} onClose={() => setIsEditing(false)} />
      ) : run.notes === '' ? (
        <p className={classes.none}>Nothing is written down about this run yet: what it is for, what it showed.</p>
      ) : (
        <NotesText text={run.notes} />
      )}
    </Card>
  );
}
