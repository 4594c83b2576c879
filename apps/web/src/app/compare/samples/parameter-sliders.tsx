'use client';

import type { RunSummary } from '@duality/shared';
import { Button, Slider } from '@mantine/core';
import { memo } from 'react';
import { fieldTitle, valueTitle } from '#components/config-fields.ts';
import { Figures } from '#components/figures.tsx';
import classes from './parameter-sliders.module.css';
import type { ChosenValue } from './samples-address.ts';
import { matching, nearestTo, type VaryingKey } from './varying.ts';

interface ParameterSlidersProps {
  runs: readonly RunSummary[];
  varying: readonly VaryingKey[];
  chosen: readonly ChosenValue[];
  onChange: (chosen: readonly ChosenValue[]) => void;
}

/** More sliders than this are folded away until one is asked for. */
const openAtMost = 4;

/** A slider over the values of each parameter in which the runs differ: what does λ = 1 look like? */
export const ParameterSliders = memo(({ runs, varying, chosen, onChange }: ParameterSlidersProps) => {
  const found = matching(runs, chosen);
  const others = (key: string) => chosen.filter((one) => one.key !== key);
  return (
    <details className={classes.sliders} open={varying.length <= openAtMost || chosen.length > 0}>
      <summary className={classes.summary}>
        Parameters{' '}
        <span className={classes.count}>
          {chosen.length === 0
            ? `${varying.length} differ; choose a value to see only its runs`
            : `${found.length} of ${runs.length} runs have ${chosen.map(nameChoice).join(', ')}`}
        </span>
      </summary>
      <div className={classes.list}>
        {varying.map((one) => (
          <ParameterSlider
            key={one.key}
            varying={one}
            value={chosen.find(({ key }) => key === one.key)?.value}
            onChange={(value) =>
              onChange(value === undefined ? others(one.key) : [...others(one.key), { key: one.key, value }])
            }
          />
        ))}
      </div>
      {found.length === 0 && (
        <div className={classes.none} role="status">
          <p>No run has {chosen.map(nameChoice).join(' and ')}. The nearest that there are:</p>
          {nearestTo(runs, chosen, varying).map((combination) => (
            <Button
              key={JSON.stringify(combination)}
              size="compact-sm"
              variant="default"
              onClick={() => onChange(combination)}
            >
              {combination.map(nameChoice).join(', ')}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" onClick={() => onChange([])}>
            Any
          </Button>
        </div>
      )}
    </details>
  );
});

const nameChoice = ({ key, value }: ChosenValue) => `${fieldTitle(key)} ${valueTitle(key, value)}`;

interface ParameterSliderProps {
  varying: VaryingKey;
  /** Undefined for any. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function ParameterSlider({ varying: { key, values }, value, onChange }: ParameterSliderProps) {
  const title = fieldTitle(key);
  const at = value === undefined ? 0 : values.findIndex((known) => String(known) === value) + 1;
  const nameAt = (index: number) => (index === 0 ? 'any' : valueTitle(key, values[index - 1]));
  return (
    <div className={classes.slider}>
      <span className={classes.title}>
        {title} <Figures className={classes.value ?? ''}>{nameAt(at)}</Figures>
      </span>
      <Slider
        size="sm"
        min={0}
        max={values.length}
        value={at}
        onChange={(index) => onChange(index === 0 ? undefined : String(values[index - 1]))}
        label={nameAt}
        thumbLabel={title}
        thumbValueText={nameAt}
        marks={values.length < 24 ? [0, ...values].map((_, index) => ({ value: index })) : []}
      />
    </div>
  );
}
