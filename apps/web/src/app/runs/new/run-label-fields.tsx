'use client';

import { Autocomplete, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import classes from './run-label-fields.module.css';
import type { RunForm } from './use-run-form.ts';

/** What the run is grouped and found by, chosen among what is in use or written anew. */
export function RunLabelFields({ form }: { form: RunForm }) {
  const trpc = useTRPC();
  const { data: experiments = [] } = useQuery(trpc.experiment.list.queryOptions());
  const { data: tags = [] } = useQuery(trpc.run.tags.queryOptions());
  return (
    <>
      <Autocomplete
        id="field-experiment"
        label="Experiment"
        description="The question it belongs to; may be left empty"
        placeholder="default"
        maxLength={120}
        data={experiments.map(({ name }) => name)}
        limit={8}
        value={form.experiment}
        error={form.problemOf('experiment')}
        onChange={form.setExperiment}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
      <TagsInput
        id="field-tags"
        label="Tags"
        description="Words to find it by; Enter adds one"
        classNames={{ input: classes.tags ?? '', inputField: classes.newTag ?? '' }}
        maxTags={100}
        data={tags.map(({ name }) => name)}
        limit={8}
        value={form.tags}
        error={form.problemOf('tags')}
        onChange={form.setTags}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
    </>
  );
}
