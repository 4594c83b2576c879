'use client';

import type { SweepRequest } from '@duality/shared';
import { Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { focusProblem } from '#components/focus-problem.ts';
import { useAddress } from '#components/use-address.ts';
import { useTRPC } from '#trpc/client.tsx';
import { PlaceSection } from '../../runs/new/place-section.tsx';
import shell from '../../runs/new/run-form.module.css';
import { BudgetSection } from './budget-section.tsx';
import { FixedSection } from './fixed-section.tsx';
import { JsonEditor } from './json-editor.tsx';
import { NamingSection } from './naming-section.tsx';
import { ObjectiveSection } from './objective-section.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { addressOf } from './starting-sweep.ts';
import { StrategySection } from './strategy-section.tsx';
import { SweepFormSummary } from './sweep-form-summary.tsx';
import { type SweepForm as FormState, useSweepForm } from './use-sweep-form.ts';

interface SweepFormProps {
  start: SweepRequest;
  /** Nobody has chosen anything but the preset. */
  isPreset: boolean;
}

export function SweepForm({ start, isPreset }: SweepFormProps) {
  const router = useRouter();
  const form = useSweepForm(start, isPreset);
  const [tab, setTab] = useState<string | null>('form');
  const create = useMutation(
    useTRPC().sweep.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/sweeps/${id}`),
      onError: (error) => {
        const problems = error.data?.problems ?? [];
        form.setRefused(problems);
        setTimeout(() => focusProblem(problems[0]?.key ?? '', 'sweep'));
      },
    }),
  );
  useAddressOfForm(form, create.isPending || create.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = form.problems;
    if (first) {
      form.setTried();
      setTab('form');
      setTimeout(() => focusProblem(first.key, 'sweep'));
    } else create.mutate(form.input as never);
  };
  return (
    <form className={shell.form} onSubmit={submit} noValidate>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label="Ways to define the sweep" mb="md">
          <Tabs.Tab value="form">Form</Tabs.Tab>
          <Tabs.Tab value="json">JSON</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="form">
          <div className={shell.fields}>
            <NamingSection form={form} />
            <ParameterSection form={form} />
            <FixedSection form={form} />
            <ObjectiveSection form={form} />
            <StrategySection form={form} />
            <BudgetSection form={form} />
            <PlaceSection
              typed={form.typed.place}
              problems={form.shownProblems}
              idOf={(path) => `sweep-${path}`}
              onChange={form.setPlace}
            />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <JsonEditor form={form} />
        </Tabs.Panel>
      </Tabs>
      <SweepFormSummary
        form={form}
        isSending={create.isPending}
        error={create.error?.data?.problems.length === 0 ? create.error.message : undefined}
        onShowForm={() => setTab('form')}
      />
    </form>
  );
}

/** The address follows the form, so that it can be sent and come back to; once sent, it leads to the sweep and must not be taken back. */
function useAddressOfForm({ input, isUntouched }: FormState, isSent: boolean): void {
  const { change } = useAddress();
  const [settled] = useDebouncedValue(input, 400);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is a new function each time and does the same
  useEffect(() => {
    if (!isUntouched && !isSent) change(addressOf(settled));
  }, [settled, isUntouched, isSent]);
}
