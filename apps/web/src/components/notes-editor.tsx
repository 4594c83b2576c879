'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './notes-editor.module.css';

interface NotesEditorProps {
  notes: string;
  /** Resolves once they are saved; what could not be saved stays in the field. */
  onSave: (notes: string) => Promise<unknown>;
  onClose: () => void;
}

/** Where notes are written anew. Ctrl + Enter saves, Escape leaves them as they were. */
export function NotesEditor({ notes, onSave, onClose }: NotesEditorProps) {
  const [draft, setDraft] = useState(notes);
  const save = () => (draft === notes ? onClose() : onSave(draft).then(onClose, () => undefined));
  return (
    <div>
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
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <div className={classes.actions}>
        <Button onClick={() => void save()}>Save notes</Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
