'use client';

import { EngineChoice, findFolderProblems, type Preset, type RunSummary } from '@duality/shared';
import { Alert, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { SquareTerminal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { valueTitle } from '#components/config-fields.ts';
import { focusProblem } from '#components/focus-problem.ts';
import { useTRPC } from '#trpc/client.tsx';
import { ConfigSections } from './config-sections.tsx';
import { PlaceSection } from './place-section.tsx';
import { PresetChoice } from './preset-choice.tsx';
import classes from './run-form.module.css';
import { RunFormSummary } from './run-form-summary.tsx';
import { RunLabelFields } from './run-label-fields.tsx';
import { useRunForm } from './use-run-form.ts';

export function RunForm({ preset, from }: { preset: Preset; from: RunSummary | undefined }) {
  const router = useRouter();
  const form = useRunForm(preset, from);
  const create = useMutation(
    useTRPC().run.create.mutationOptions({
      onSuccess: (run) => router.push(`/runs/${run.id}`),
      onError: (error) => {
        const problems = error.data?.problems ?? [];
        form.setRefused(problems);
        // A field with a problem is shown from the next render on.
        setTimeout(() => focusFirst(problems));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.problems.length > 0) focusFirst(form.problems);
    else if (findFolderProblems(form.config).length === 0) create.mutate(form.request);
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <section className={classes.section}>
          <PresetChoice preset={form.preset} error={form.problemOf('preset')} onChange={form.choosePreset} />
          <div className={`${classes.grid} ${classes.naming}`}>
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
              description="What computes; auto takes the fastest that works there"
              data={EngineChoice.options}
              value={form.engine}
              allowDeselect={false}
              onChange={(engine) => form.setEngine(EngineChoice.parse(engine))}
              error={form.problemOf('engine')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
            />
            <RunLabelFields form={form} />
          </div>
          {findFolderProblems(form.config).length > 0 && (
            <Alert className={classes.caution ?? ''} icon={<SquareTerminal size={17} />} title="Starts in a terminal">
              {valueTitle('dataset', form.config.dataset)} is read from a folder, which a browser cannot name. Set up
              the run here, then copy its command from the summary.
            </Alert>
          )}
        </section>
        <PlaceSection
          typed={form.place}
          problems={form.problems}
          idOf={(path) => `field-${path}`}
          onChange={form.setPlace}
        />
        <ConfigSections form={form} />
      </div>
      <RunFormSummary
        form={form}
        dataDir={from?.dataDir ?? null}
        isSending={create.isPending}
        error={create.error?.data?.problems.length === 0 ? create.error.message : undefined}
      />
    </form>
  );
}

const focusFirst = ([first]: readonly { key: string }[]) => first && focusProblem(first.key, 'run');
