'use client';

import type { Parameter } from '@duality/shared/analysis';
import { Autocomplete, MultiSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { fieldTitle } from '#components/config-fields.ts';
import type { AddressChange } from '#components/use-address.ts';
import { objectiveChoices } from './objective.ts';
import classes from './objective-bar.module.css';
import {
  type AskedAxis,
  changeParameters,
  type Goal,
  objectiveAxis,
  type ParametersAddress,
} from './parameters-address.ts';
import type { JudgedRun } from './plot.ts';

interface ObjectiveBarProps {
  wanted: ParametersAddress;
  objective: string | undefined;
  goal: Goal;
  metrics: readonly string[];
  problem: string | undefined;
  varying: readonly Parameter[];
  asked: readonly AskedAxis[];
  judged: readonly JudgedRun[];
  hasObjective: boolean;
  onChange: (change: AddressChange) => void;
}

/** What the runs are judged by, and which parameters are looked at, for all charts below. */
export function ObjectiveBar(props: ObjectiveBarProps) {
  const { wanted, goal, varying, asked, hasObjective, onChange } = props;
  const choices = [
    ...varying.map(({ key }) => ({ value: key, label: fieldTitle(key) })),
    ...(hasObjective ? [{ value: objectiveAxis, label: 'Objective' }] : []),
  ];
  const choose = (keys: string[]) =>
    onChange(
      changeParameters.axes(
        keys.map((by) => asked.find((axis) => axis.by === by) ?? { by, isFlipped: false, scale: undefined }),
      ),
    );
  return (
    <section aria-label="Objective and axes" className={classes.bar}>
      <ObjectiveInput key={props.objective} {...props} />
      <Choice
        label="Better is"
        value={goal}
        data={[
          { value: 'min', label: 'lower' },
          { value: 'max', label: 'higher' },
        ]}
        onChange={(value) => onChange(changeParameters.goal(value as Goal))}
      />
      <Choice
        label="Colour by"
        value={wanted.colour}
        data={[
          { value: 'objective', label: 'objective' },
          { value: 'run', label: 'run' },
        ]}
        onChange={(value) => onChange(changeParameters.colour(value as ParametersAddress['colour']))}
      />
      {varying.length > 0 && (
        <MultiSelect
          className={classes.axes ?? ''}
          label="Axes, in their order"
          data={choices}
          value={asked.map(({ by }) => by)}
          onChange={choose}
          size="xs"
          hidePickedOptions
          clearable={false}
        />
      )}
    </section>
  );
}

function ObjectiveInput({ objective, metrics, problem, judged, onChange }: ObjectiveBarProps) {
  const [typed, setTyped] = useState(objective ?? '');
  const commit = (text: string) => {
    if (text.trim() !== (objective ?? '')) onChange(changeParameters.objective(text.trim() || undefined));
  };
  const known = judged.filter((run) => run.objective !== null).length;
  return (
    <Autocomplete
      className={classes.objective ?? ''}
      label="Objective"
      placeholder="last(eval.w1)"
      data={objectiveChoices(metrics)}
      limit={40}
      size="xs"
      value={typed}
      error={problem}
      description={`${known} of ${judged.length} runs with a value`}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={setTyped}
      onOptionSubmit={commit}
      onBlur={() => commit(typed)}
      onKeyDown={(event) => event.key === 'Enter' && commit(typed)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, ...control }: ChoiceProps) {
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{label}</span>
      <SegmentedControl size="xs" aria-label={label} {...control} />
    </div>
  );
}
