'use client';

import { byMetricOrder, loggedMetrics, metricDescriptions, type Objective } from '@duality/shared';
import { Autocomplete, SegmentedControl, Select } from '@mantine/core';
import { defaultGoal } from '../../compare/parameters/objective.ts';
import { FormSection } from '../../runs/new/form-section.tsx';
import classes from './sweep-form.module.css';
import { TypedField } from './typed-field.tsx';
import type { SweepForm } from './use-sweep-form.ts';

const summaries: { value: Objective['summary']; label: string }[] = [
  { value: 'last', label: 'its last value' },
  { value: 'best', label: 'its best value' },
  { value: 'meanOfLast', label: 'the mean of its last values' },
];

/** What the sweep drives: a number of each run, and which way. */
export function ObjectiveSection({ form }: { form: SweepForm }) {
  const { typed, update } = form;
  const metrics = loggedMetrics(form.base).sort(byMetricOrder);
  const described = metricDescriptions.find(({ name }) => name === typed.metric.trim());
  return (
    <FormSection id="sweep-objective" title="Objective">
      <div className={classes.objective}>
        <Autocomplete
          id="sweep-objective.metric"
          label="Metric"
          description={described?.meaning ?? 'Any name that runs log'}
          data={metrics}
          limit={30}
          maxDropdownHeight={320}
          renderOption={({ option }) => <MetricOption name={option.value} />}
          value={typed.metric}
          error={form.problemOf('objective.metric')}
          onChange={(metric) => update({ metric, ...directionOf(metric) })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
        <Select
          id="sweep-objective.summary"
          label="Of each run"
          data={summaries}
          value={typed.summary}
          allowDeselect={false}
          onChange={(summary) => summary && update({ summary: summary as Objective['summary'] })}
        />
        {typed.summary === 'meanOfLast' && <TypedField {...form.text('count', 'objective')} label="How many" />}
        <div className={classes.scale}>
          <span className={classes.label} aria-hidden="true">
            Better is
          </span>
          <SegmentedControl
            aria-label="Better is"
            value={typed.direction}
            data={[
              { value: 'minimise', label: 'lower' },
              { value: 'maximise', label: 'higher' },
            ]}
            onChange={(direction) => update({ direction: direction as Objective['direction'] })}
          />
        </div>
      </div>
      {/criticEstimate$|Loss$/.test(typed.metric) && (
        <p className={classes.caution}>
          Each run’s own critic has measured it. It compares trials only where nothing that shapes critic or loss
          varies; otherwise it is a curve to look at, not a score.
        </p>
      )}
    </FormSection>
  );
}

function MetricOption({ name }: { name: string }) {
  const title = metricDescriptions.find((one) => one.name === name)?.title;
  return (
    <span className={classes.metric}>
      <span>{title ?? name}</span>
      {title && <code>{name}</code>}
    </span>
  );
}

/** Of a metric whose better way is known. */
function directionOf(metric: string): { direction?: Objective['direction'] } {
  if (!metricDescriptions.some(({ name }) => name === metric)) return {};
  return { direction: defaultGoal(`last(${metric})`) === 'max' ? 'maximise' : 'minimise' };
}
