'use client';

import type { SlurmReport } from '@duality/shared';
import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { FormSection } from './form-section.tsx';
import classes from './place-section.module.css';
import { SlurmFields } from './slurm-fields.tsx';
import type { PlaceForm } from './typed-place.ts';

/** This machine or a cluster; nothing where there is no choice. */
export function PlaceSection(props: PlaceForm) {
  const { typed, onChange } = props;
  const { data } = useQuery(useTRPC().system.health.queryOptions());
  // Who turns away from a cluster that is gone must be able to turn back.
  const [wasSlurm] = useState(typed.isSlurm);
  const report = data?.scheduler?.slurm ?? undefined;
  if (!report && !typed.isSlurm && !wasSlurm) return null;
  return (
    <FormSection id="place" title="Where">
      <Radio.Group
        aria-labelledby="place"
        value={typed.isSlurm ? 'slurm' : 'here'}
        onChange={(kind) => onChange({ isSlurm: kind === 'slurm' })}
      >
        <div className={classes.choice}>
          <Radio value="here" label="This machine" description="In the slots of its scheduler." />
          <Radio
            value="slurm"
            label="Slurm cluster"
            description="As a job of its own, which Slurm starts when and where it has room."
          />
        </div>
      </Radio.Group>
      {typed.isSlurm && (
        <>
          {data && <Obstacle report={report} />}
          <SlurmFields {...props} report={report} />
        </>
      )}
    </FormSection>
  );
}

/** Why a job would not be submitted at once. */
function Obstacle({ report }: { report: SlurmReport | undefined }) {
  if (report && report.problem === null) return null;
  return (
    <p className={classes.obstacle} role="alert">
      {report
        ? `The cluster takes no jobs now: ${report.problem}.`
        : 'The scheduler knows no cluster now, or none is running.'}{' '}
      What is started waits until it can be submitted.
    </p>
  );
}
