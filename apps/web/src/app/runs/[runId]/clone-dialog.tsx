'use client';

import type { RunSummary } from '@duality/shared';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { GitFork } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { formatStep } from '#charts/axis.ts';
import { fieldTitle, valueTitle } from '#components/config-fields.ts';
import { Facts } from '#components/facts.tsx';
import { groupFields } from '#components/field-groups.ts';
import { ParameterPicker } from '#components/parameter-picker.tsx';
import { ValueRows } from '#components/value-rows.tsx';
import { useTRPC } from '#trpc/client.tsx';
import classes from './clone-dialog.module.css';
import type { Fork } from './clone-plan.ts';
import { useCloneForm } from './use-clone-form.ts';

interface CloneDialogProps {
  run: RunSummary;
  /** How the form begins; from the newest checkpoint without changes when absent. */
  fork?: Fork;
  onClose: () => void;
}

export function CloneDialog({ run, fork, onClose }: CloneDialogProps) {
  const { data } = useQuery(useTRPC().run.checkpoints.queryOptions({ runId: run.id }, { staleTime: 0 }));
  const steps = data?.checkpoints.map(({ step }) => step);
  return (
    <Modal.Root opened onClose={onClose} size="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          {/* Mantine's own head would be a second banner of the page. */}
          <div className={classes.top}>
            <Modal.Title>Go on from a checkpoint of “{run.name}”</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {steps === undefined ? (
            <p className={classes.text}>Looking for checkpoints …</p>
          ) : steps.length === 0 ? (
            <p className={classes.text}>
              This run has no checkpoint yet. One is saved every {formatStep(run.config.checkpointEvery)} steps, and
              when it is stopped.
            </p>
          ) : (
            <CloneForm run={run} steps={steps} fork={fork} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const idOf = (key: string) => `clone-${key}`;

/** Where the new run starts, what is another there, and what it is called. */
function CloneForm({ run, steps, fork }: { run: RunSummary; steps: readonly number[]; fork: Fork | undefined }) {
  const router = useRouter();
  const form = useCloneForm(run, steps, fork);
  const clone = useMutation(useTRPC().run.clone.mutationOptions({ onSuccess: ({ id }) => router.push(`/runs/${id}`) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = form.problems;
    if (first) document.getElementById(idOf(first.key))?.focus();
    else clone.mutate(form.request);
  };
  const taken = new Set(form.changes.map(({ key }) => key));
  const offered = groupFields().map(({ title, fields }) => ({
    group: title,
    items: fields.filter(({ key }) => !taken.has(key)).map(({ key, title: label }) => ({ value: key, label })),
  }));
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <p className={classes.text}>
        A new run takes over weights, optimiser and random numbers as they were there. This one stays as it is.
      </p>
      <div className={classes.pair}>
        <Select
          label="Checkpoint"
          data={steps.map((step) => ({ value: String(step), label: `step ${formatStep(step)}` }))}
          value={String(form.at)}
          allowDeselect={false}
          onChange={(step) => step && form.setAt(Number(step))}
        />
        <TextInput
          label="Name"
          placeholder={`${run.name} · from step ${form.at}`}
          maxLength={120}
          value={form.name}
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
      </div>
      {form.changes.length > 0 && (
        <ValueRows
          label="Changed hyper-parameters"
          values={form.changes}
          usual={run.config}
          source="run"
          idOf={idOf}
          problemOf={(key) => form.problems.find((problem) => problem.key === key)?.message}
          onChange={form.change}
          onRemove={form.keep}
        />
      )}
      <ParameterPicker
        label="Change a hyper-parameter"
        placeholder="Learning rate, steps, …"
        data={offered}
        maxDropdownHeight={260}
        idOf={idOf}
        onPick={form.add}
      />
      {form.differences.length > 0 && (
        <section className={classes.preview} aria-label="What will differ">
          <Facts
            facts={form.differences.map(
              ({ key, from, to }) => [fieldTitle(key), `${valueTitle(key, from)} → ${valueTitle(key, to)}`] as const,
            )}
          />
        </section>
      )}
      {(clone.error || form.problems.some(({ key }) => !taken.has(key))) && (
        <p className={classes.problem} role="alert">
          {clone.error?.message ??
            form.problems
              .filter(({ key }) => !taken.has(key))
              .map(({ key, message }) => `${key} ${message}`)
              .join('; ')}
        </p>
      )}
      <Button type="submit" leftSection={<GitFork size={15} />} loading={clone.isPending}>
        {form.differences.length === 0 ? 'Clone as it is' : 'Clone with these changes'}
      </Button>
    </form>
  );
}
