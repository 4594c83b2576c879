'use client';

import { EngineChoice } from '@duality/shared';
import { Select } from '@mantine/core';
import { FormSection } from '../../runs/new/form-section.tsx';
import shell from '../../runs/new/run-form.module.css';
import { TypedField } from './typed-field.tsx';
import type { SweepForm } from './use-sweep-form.ts';

/** When it ends, and how much of the machine it takes. */
export function BudgetSection({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  const { isSlurm } = typed.place;
  return (
    <FormSection id="sweep-budget" title="Budget">
      <div className={shell.grid}>
        <TypedField
          {...form.text('trials', 'budget')}
          label="Trials at most"
          description={typed.strategy === 'grid' ? 'Seeds counted; empty for the whole grid' : 'Seeds counted'}
          placeholder={typed.strategy === 'grid' ? 'all' : ''}
        />
        <TypedField
          {...form.text('minutes', 'budget')}
          label="Minutes at most"
          description="From the first trial on; none starts later"
          placeholder="no limit"
        />
        <TypedField
          {...form.text('concurrency')}
          label="At once at most"
          description={isSlurm ? 'Leaves the rest of the cluster to others' : 'Leaves other slots to others'}
          placeholder={isSlurm ? 'as many as the cluster starts' : 'as many as there are slots'}
        />
        <TypedField
          {...form.text('retries')}
          label="Retries"
          description="Of a trial that failed; one that diverged is not tried again"
          placeholder="1"
        />
        <Select
          id="sweep-engine"
          label="Engine"
          description="What computes; auto takes the fastest that works there"
          data={EngineChoice.options}
          value={typed.engine}
          allowDeselect={false}
          onChange={(engine) => update({ engine: EngineChoice.parse(engine) })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </div>
    </FormSection>
  );
}
