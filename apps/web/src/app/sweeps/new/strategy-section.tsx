'use client';

import { type SweepStrategy, strategies } from '@duality/shared';
import { Radio, Select } from '@mantine/core';
import { FormSection } from '../../runs/new/form-section.tsx';
import shell from '../../runs/new/run-form.module.css';
import { ruleWords, strategyWords } from '../sweep-words.ts';
import classes from './sweep-form.module.css';
import { TypedField } from './typed-field.tsx';
import type { TypedSweep } from './typed-sweep.ts';
import type { SweepForm } from './use-sweep-form.ts';

/** How points are proposed, and when trials are ended early. */
export function StrategySection({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  return (
    <FormSection id="sweep-strategy" title="Strategy">
      <Radio.Group
        aria-labelledby="sweep-strategy"
        value={typed.strategy}
        onChange={(strategy) => update({ strategy: strategy as SweepStrategy })}
      >
        <div className={classes.strategies}>
          {strategies.map((name) => (
            <Radio
              key={name}
              value={name}
              label={strategyWords[name].title}
              description={strategyWords[name].meaning}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={`${shell.grid} ${classes.spaced}`}>
        <TypedField
          {...form.text('seeds')}
          label="Seeds per point"
          description="Every point is trained once with each: 1, 2, 3"
          placeholder="1"
        />
        {typed.strategy !== 'grid' && (
          <TypedField
            {...form.text('strategySeed')}
            label="Seed of the strategy"
            description="The same proposes the same points"
            placeholder="0"
          />
        )}
      </div>
      <div className={`${shell.grid} ${classes.spaced}`}>
        <Select
          id="sweep-earlyStopping"
          label="Early stopping"
          description={typed.rule === 'none' ? 'Every trial runs to its last step.' : ruleWords[typed.rule].meaning}
          data={[
            { value: 'none', label: 'None' },
            ...Object.entries(ruleWords).map(([value, { title }]) => ({ value, label: title })),
          ]}
          value={typed.rule}
          allowDeselect={false}
          error={form.problemOf('earlyStopping')}
          onChange={(rule) => rule && update({ rule: rule as TypedSweep['rule'] })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
        <RuleFields form={form} />
      </div>
    </FormSection>
  );
}

function RuleFields({ form }: { form: SweepForm }) {
  const { typed } = form;
  if (typed.rule === 'none') return null;
  if (typed.rule === 'median') {
    return (
      <>
        <TypedField
          {...form.text('afterTrials', 'earlyStopping')}
          label="After trials"
          description="Completed before any is ended"
          placeholder="5"
        />
        <TypedField
          {...form.text('afterSteps', 'earlyStopping')}
          label="After steps"
          description="Of a trial, before it can be ended"
          placeholder="0"
        />
      </>
    );
  }
  return (
    <>
      <TypedField
        {...form.text('firstRung', 'earlyStopping')}
        label="First rung"
        description="Step of the first decision"
      />
      <TypedField
        {...form.text('reductionFactor', 'earlyStopping')}
        label="Reduction factor"
        description="One in so many goes on, and the next rung is so many times later"
        placeholder={typed.rule === 'asha' ? '4' : '3'}
      />
    </>
  );
}
