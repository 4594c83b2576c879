'use client';

import { EngineChoice, getPreset, presets, type RunSummary } from '@duality/shared';
import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { ConfigInput } from './config-input.tsx';
import { groupFields } from './field-groups.ts';
import { PresetChoice } from './preset-choice.tsx';
import classes from './run-form.module.css';
import { RunFormSummary } from './run-form-summary.tsx';
import { useRunForm } from './use-run-form.ts';

const groups = groupFields();

export function RunForm({ from }: { from: RunSummary | undefined }) {
  const router = useRouter();
  const known = presets.some((preset) => preset.name === from?.preset);
  const form = useRunForm(getPreset(known && from ? from.preset : (presets[0]?.name ?? '')), from);
  const create = useMutation(
    useTRPC().run.create.mutationOptions({
      onSuccess: (run) => router.push(`/runs/${run.id}`),
      onError: (error) => {
        const problems = error.data?.problems ?? [];
        form.setRefused(problems);
        focusFirst(problems);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.problems.length > 0) focusFirst(form.problems);
    else create.mutate(form.request);
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <section className={classes.section}>
          <PresetChoice value={form.preset.name} onChange={form.choosePreset} />
          <div className={classes.grid}>
            <TextInput
              id="field-name"
              label="Name"
              description="Only for you; may be left empty"
              placeholder={`${form.preset.name} · seed ${form.typed.seed}`}
              value={form.name}
              error={form.problemOf('name')}
              onChange={(event) => form.setName(event.currentTarget.value)}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
            />
            <Select
              id="field-engine"
              label="Engine"
              description="What computes; auto takes the fastest that works here"
              data={EngineChoice.options}
              value={form.engine}
              allowDeselect={false}
              onChange={(engine) => form.setEngine(EngineChoice.parse(engine))}
              error={form.problemOf('engine')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
            />
          </div>
        </section>
        {groups.map(({ title, fields }) => (
          <section key={title} className={classes.section} aria-labelledby={`group-${title}`}>
            <h2 id={`group-${title}`} className={classes.heading}>
              {title}
            </h2>
            <div className={`${classes.grid} ${classes.numbers}`}>
              {fields.map((field) => (
                <ConfigInput key={field.key} field={field} form={form} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <RunFormSummary
        form={form}
        isSending={create.isPending}
        error={create.error?.data?.problems.length === 0 ? create.error.message : undefined}
      />
    </form>
  );
}

const focusFirst = (problems: readonly { key: string }[]) =>
  document.getElementById(`field-${problems[0]?.key}`)?.focus();
