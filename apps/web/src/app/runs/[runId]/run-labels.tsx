'use client';

import type { RunSummary } from '@duality/shared';
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Pencil, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import { useRunActions } from '#components/use-run-actions.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { LabelInput } from './label-input.tsx';
import classes from './run-labels.module.css';

/** A run's experiment and tags, each to be changed where it stands. */
export function RunLabels({ run }: { run: RunSummary }) {
  const { tag, untag, move } = useRunActions();
  const [isAsking, setIsAsking] = useState(false);
  const trpc = useTRPC();
  const tags = useQuery(trpc.run.tags.queryOptions(undefined, { enabled: isAsking, refetchOnMount: 'always' }));
  const experiments = useQuery(trpc.experiment.list.queryOptions(undefined, { enabled: isAsking }));
  const ask = () => setIsAsking(true);
  return (
    <div className={classes.labels}>
      <span className={classes.experiment}>
        <Link
          href={runsOfExperiment(run.experiment)}
          prefetch={false}
          className={classes.change}
          title="All runs of this experiment"
        >
          <FlaskConical size={13} aria-label="Experiment" role="img" /> {run.experiment}
        </Link>
        <LabelInput
          label="Experiment"
          button={`Experiment ${run.experiment}: change it`}
          maxLength={120}
          suggestions={(experiments.data ?? []).map(({ name }) => name)}
          start={run.experiment}
          onOpen={ask}
          onSave={(name) => name !== run.experiment && move(run.id, name)}
        >
          <Pencil size={12} aria-hidden="true" />
        </LabelInput>
      </span>
      <ul className={classes.tags} aria-label="Tags">
        {run.tags.map((name) => (
          <li key={name} className={classes.tag}>
            {name}
            <CloseButton
              size={18}
              iconSize={12}
              aria-label={`Take off the tag ${name}`}
              onClick={() => untag(run.id, name)}
            />
          </li>
        ))}
      </ul>
      <LabelInput
        label="New tag"
        button="Add a tag"
        maxLength={50}
        refuse={(text) => (/[,\p{Cc}]/u.test(text) ? 'must have no commas' : undefined)}
        suggestions={(tags.data ?? []).map(({ name }) => name).filter((name) => !run.tags.includes(name))}
        onOpen={ask}
        onSave={(name) => tag(run.id, name)}
      >
        <Plus size={13} aria-hidden="true" /> {run.tags.length === 0 ? 'Add a tag' : 'Tag'}
      </LabelInput>
    </div>
  );
}
