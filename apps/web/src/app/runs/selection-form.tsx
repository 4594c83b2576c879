'use client';

import { ExperimentName, Tag } from '@duality/shared';
import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import classes from './selection-bar.module.css';

/** What needs a word more. */
export type Asked = 'tag' | 'untag' | 'move';

const words: Record<Asked, { label: string; verb: string; problem: string }> = {
  tag: { label: 'Tag to add', verb: 'Add', problem: '1 to 50 characters, no commas' },
  untag: { label: 'Tag to take off', verb: 'Take off', problem: '1 to 50 characters, no commas' },
  move: { label: 'Experiment to move to', verb: 'Move', problem: '1 to 120 characters' },
};

interface SelectionFormProps {
  asked: Asked;
  onGive: (text: string) => void;
  onClose: () => void;
}

/** Asks for the word; those in use are offered. */
export function SelectionForm({ asked, onGive, onClose }: SelectionFormProps) {
  const [text, setText] = useState('');
  const { run, experiment } = useTRPC();
  const { data: tags = [] } = useQuery(run.tags.queryOptions(undefined, { enabled: asked !== 'move', staleTime: 0 }));
  const { data: experiments = [] } = useQuery(
    experiment.list.queryOptions(undefined, { enabled: asked === 'move', staleTime: 0 }),
  );
  const { label, verb, problem } = words[asked];
  const read = (asked === 'move' ? ExperimentName : Tag).safeParse(text);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (read.success) onGive(read.data);
  };
  return (
    <form className={classes.form} onSubmit={give}>
      <Autocomplete
        className={classes.field ?? ''}
        aria-label={label}
        placeholder={label}
        autoFocus
        comboboxProps={{ position: 'top-start' }}
        data={(asked === 'move' ? experiments : tags).map(({ name }) => name)}
        value={text}
        error={text.trim() !== '' && !read.success ? problem : undefined}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button type="submit" disabled={!read.success}>
        {verb}
      </Button>
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
