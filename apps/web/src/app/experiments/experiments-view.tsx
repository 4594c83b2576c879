'use client';

import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';
import { PageTop } from '#components/page-top.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { ExperimentItem } from './experiment-item.tsx';
import classes from './experiments-view.module.css';
import { NewExperiment } from './new-experiment.tsx';
import { useLiveExperiments } from './use-live-experiments.ts';

export function ExperimentsView() {
  const { data: experiments = [] } = useQuery(
    useTRPC().experiment.list.queryOptions(undefined, { refetchOnMount: 'always', refetchOnWindowFocus: 'always' }),
  );
  useLiveExperiments();
  const [renamed, setRenamed] = useState<string>();
  return (
    <>
      <PageTop title="Experiments" back={{ href: '/runs', label: 'All runs' }}>
        <NewExperiment />
      </PageTop>
      {experiments.length === 0 ? (
        <Notice
          level={2}
          title="There are no experiments yet"
          icon={<FlaskConical size={26} />}
          actions={<LinkButton href="/runs/new">Start a run</LinkButton>}
        >
          An experiment holds the runs that answer one question. Create one here, or name one when you start a run.
        </Notice>
      ) : (
        <ul className={classes.list} aria-label="Experiments">
          {experiments.map((experiment) => (
            <ExperimentItem
              key={experiment.name}
              experiment={experiment}
              isRenamed={experiment.name === renamed}
              onRename={setRenamed}
            />
          ))}
        </ul>
      )}
    </>
  );
}
