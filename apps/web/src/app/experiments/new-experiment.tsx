'use client';

import { ExperimentName } from '@duality/shared';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './experiments-view.module.css';
import { useExperimentChanges } from './use-experiment-changes.ts';

export function NewExperiment() {
  const { create } = useExperimentChanges();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const isGood = ExperimentName.safeParse(name).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    create(name.trim()).then(
      () => setName(''),
      (error: Error) => setRefusal(error.message),
    );
  };
  return (
    <form className={classes.form} aria-label="New experiment" onSubmit={submit}>
      <TextInput
        className={classes.field ?? ''}
        aria-label="Name of the new experiment"
        placeholder="A new question"
        maxLength={120}
        autoComplete="off"
        value={name}
        error={refusal}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setRefusal(undefined);
        }}
      />
      <Button type="submit" disabled={!isGood}>
        Create
      </Button>
    </form>
  );
}
