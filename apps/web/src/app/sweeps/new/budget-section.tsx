'use client';

import { EngineChoice } from '@duality/shared';
import { Select } from '@mantine/core';
import shell from '../../runs/new/run-form.module.css';
import { TypedField } from './typed-field.tsx';
import type { SweepForm } from './use-sweep-form.ts';

/** When it ends, and how much of the machine it takes. */
export function BudgetSection({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  return (
    <section className={shell.section} aria-labelledby="sweep-budget">
      <h2 id="sweep-budget" className={shell.heading}>
        Budget
      </h2>
      <div className={shell.grid}>
        <TypedField
          form={form}
          path="budget.trials"
          label="Trials at most"
          description={typed.strategy === 'grid' ? 'Seeds counted; empty for the whole grid' : 'Seeds counted'}
          placeholder={typed.strategy === 'grid' ? 'all' : ''}
          value={typed.trials}
          onChange={(trials) => update({ trials })}
        />
        <TypedField
          form={form}
          path="budget.minutes"
          label="Minutes at most"
          description="From the first trial on; none starts later"
          placeholder="no limit"
          value={typed.minutes}
          onChange={(minutes) => update({ minutes })}
        />
        <TypedField
          form={form}
          path="concurrency"
          label="At once at most"
          description="Leaves other slots to others"
          placeholder="as many as there are slots"
          value={typed.concurrency}
          onChange={(concurrency) => update({ concurrency })}
        />
        <TypedField
          form={form}
          path="retries"
          label="Retries"
          description="Of a trial that failed; one that diverged is not tried again"
          placeholder="1"
          value={typed.retries}
          onChange={(retries) => update({ retries })}
        />
        <Select
          id="sweep-engine"
          label="Engine"
          description="What computes; auto takes the fastest that works here"
          data={EngineChoice.options}
          value={typed.engine}
          allowDeselect={false}
          onChange={(engine) => update({ engine: EngineChoice.parse(engine) })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </div>
    </section>
  );
}
