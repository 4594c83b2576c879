'use client';

import type { RunSummary } from '@duality/shared';
import { Button, Skeleton, Textarea } from '@mantine/core';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Card } from '#components/card.tsx';
import { useRunActions } from '#components/use-run-actions.tsx';
import classes from './notes-card.module.css';

// Runs without notes, most of them, need not load what reads Markdown.
const MarkdownText = dynamic(() => import('#components/markdown-text.tsx').then((module) => module.MarkdownText), {
  loading: () => <Skeleton height={48} />,
});

/** What a person writes down about a run, in Markdown. */
export function NotesCard({ run }: { run: RunSummary }) {
  const { note } = useRunActions();
  const [draft, setDraft] = useState<string>();
  const isEditing = draft !== undefined;
  const save = () =>
    draft === undefined || draft === run.notes
      ? setDraft(undefined)
      : // What could not be saved stays in the field.
        note(run.id, draft).then(
          () => setDraft(undefined),
          () => undefined,
        );
  const edit = (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<Pencil size={13} aria-hidden="true" />}
      onClick={() => setDraft(run.notes)}
    >
      {run.notes === '' ? 'Write notes' : 'Edit'}
    </Button>
  );
  return (
    <Card title="Notes" note={!isEditing && edit}>
      {isEditing ? (
        <>
          <Textarea
            aria-label="Notes in Markdown"
            description="Markdown: **bold**, lists, `code`, links. Ctrl + Enter saves, Escape leaves them as they were."
            inputWrapperOrder={['input', 'description', 'error']}
            autoFocus
            autosize
            minRows={4}
            maxRows={24}
            maxLength={100_000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(undefined);
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
            }}
          />
          <div className={classes.actions}>
            <Button onClick={() => void save()}>Save notes</Button>
            <Button variant="default" onClick={() => setDraft(undefined)}>
              Cancel
            </Button>
          </div>
        </>
      ) : run.notes === '' ? (
        <p className={classes.none}>Nothing is written down about this run yet: what it is for, what it showed.</p>
      ) : (
        <MarkdownText text={run.notes} />
      )}
    </Card>
  );
}
