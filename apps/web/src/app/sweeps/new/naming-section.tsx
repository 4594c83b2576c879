'use client';

import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { PresetChoice } from '../../runs/new/preset-choice.tsx';
import shell from '../../runs/new/run-form.module.css';
import { usualName } from './typed-sweep.ts';
import type { SweepForm } from './use-sweep-form.ts';

/** What every trial starts from, and what the sweep is called. */
export function NamingSection({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  const { data: experiments = [] } = useQuery(useTRPC().experiment.list.queryOptions());
  return (
    <section className={shell.section} aria-label="Preset and name">
      <PresetChoice preset={form.preset} error={form.problemOf('preset')} onChange={form.choosePreset} />
      <div className={`${shell.grid} ${shell.naming}`}>
        <TextInput
          id="sweep-name"
          label="Name"
          description="May be left empty"
          placeholder={usualName(typed)}
          maxLength={120}
          autoComplete="off"
          value={typed.name}
          error={form.problemOf('name')}
          onChange={(event) => update({ name: event.currentTarget.value })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
        <Autocomplete
          id="sweep-experiment"
          label="Experiment"
          description="Where its runs go"
          placeholder="as the sweep is called"
          maxLength={120}
          data={experiments.map(({ name }) => name)}
          limit={8}
          value={typed.experiment}
          error={form.problemOf('experiment')}
          onChange={(experiment) => update({ experiment })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </div>
    </section>
  );
}
