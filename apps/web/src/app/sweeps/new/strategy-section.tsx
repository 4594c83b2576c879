'use client';

import { type SweepStrategy, strategies } from '@duality/shared';
import { Radio, Select } from '@mantine/core';
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
    <section className={shell.section} aria-labelledby="sweep-strategy">
      <h2 id="sweep-strategy" className={shell.heading}>
        Strategy
      </h2>
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
          form={form}
          path="seeds"
          isWhole
          label="Seeds per point"
          description="Every point is trained once with each: 1, 2, 3"
          placeholder="1"
          value={typed.seeds}
          onChange={(seeds) => update({ seeds })}
        />
        {typed.strategy !== 'grid' && (
          <TypedField
            form={form}
            path="strategySeed"
            label="Seed of the strategy"
            description="The same proposes the same points"
            placeholder="0"
            value={typed.strategySeed}
            onChange={(strategySeed) => update({ strategySeed })}
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
    </section>
  );
}

function RuleFields({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  if (typed.rule === 'none') return null;
  if (typed.rule === 'median') {
    return (
      <>
        <TypedField
          form={form}
          path="earlyStopping.afterTrials"
          label="After trials"
          description="Completed before any is ended"
          placeholder="5"
          value={typed.afterTrials}
          onChange={(afterTrials) => update({ afterTrials })}
        />
        <TypedField
          form={form}
          path="earlyStopping.afterSteps"
          label="After steps"
          description="Of a trial, before it can be ended"
          placeholder="0"
          value={typed.afterSteps}
          onChange={(afterSteps) => update({ afterSteps })}
        />
      </>
    );
  }
  return (
    <>
      <TypedField
        form={form}
        path="earlyStopping.firstRung"
        label="First rung"
        description="Step of the first decision"
        value={typed.firstRung}
        onChange={(firstRung) => update({ firstRung })}
      />
      <TypedField
        form={form}
        path="earlyStopping.reductionFactor"
        label="Reduction factor"
        description="One in so many goes on, and the next rung is so many times later"
        placeholder={typed.rule === 'asha' ? '4' : '3'}
        value={typed.reductionFactor}
        onChange={(reductionFactor) => update({ reductionFactor })}
      />
    </>
  );
}
