'use client';

import { Checkbox, RangeSlider } from '@mantine/core';
import { useState } from 'react';
import { formatValue } from '#charts/axis.ts';
import type { AxisBrush } from '#charts/parallel-coordinates.ts';
import type { AxisValue, ValueAxis } from '#charts/value-axis.ts';
import classes from './axis-brush-input.module.css';
import { brushOfIndices, distinctNumbers, indicesOfBrush } from './brush-indices.ts';

interface AxisBrushInputProps {
  axis: ValueAxis;
  values: readonly AxisValue[];
  brush: AxisBrush | undefined;
  onBrush: (brush: AxisBrush | undefined) => void;
}

/** The brush of one axis without a pointer: from value to value that some run has, or choice by choice. */
export function AxisBrushInput({ axis, values, brush, onBrush }: AxisBrushInputProps) {
  return (
    <div className={classes.input}>
      {axis.kind === 'number' ? (
        <NumberBrush axis={axis} values={values} brush={brush} onBrush={onBrush} />
      ) : (
        <ChoiceBrush axis={axis} brush={brush} onBrush={onBrush} />
      )}
    </div>
  );
}

function NumberBrush({ axis: { title }, values, brush, onBrush }: AxisBrushInputProps) {
  const numbers = distinctNumbers(values);
  const [moved, setMoved] = useState<[number, number]>();
  const at = moved ?? indicesOfBrush(numbers, brush);
  const text = (index: number) => formatValue(numbers[index] ?? 0);
  if (numbers.length < 2) return null;
  return (
    <>
      <RangeSlider
        size="xs"
        className={classes.slider ?? ''}
        min={0}
        max={numbers.length - 1}
        minRange={0}
        value={at}
        label={null}
        thumbFromLabel={`${title}, from`}
        thumbToLabel={`${title}, to`}
        thumbValueText={text}
        onChange={setMoved}
        onChangeEnd={(indices) => {
          setMoved(undefined);
          onBrush(brushOfIndices(numbers, indices));
        }}
      />
      <span className={`figures ${classes.range}`} data-brushed={brush !== undefined || undefined}>
        {text(at[0])} – {text(at[1])}
      </span>
    </>
  );
}

function ChoiceBrush({ axis, brush, onBrush }: Omit<AxisBrushInputProps, 'values'>) {
  const all = [...axis.choices, ...(axis.hasNone ? [{ value: 'none', title: 'none' }] : [])];
  const chosen = brush?.among ?? all.map(({ value }) => value);
  const toggle = (value: string, isOn: boolean) => {
    const among = all.map((one) => one.value).filter((one) => (one === value ? isOn : chosen.includes(one)));
    if (among.length > 0) onBrush(among.length < all.length ? { among } : undefined);
  };
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{axis.title}</legend>
      {all.map(({ value, title }) => (
        <Checkbox
          key={value}
          size="xs"
          label={title}
          checked={chosen.includes(value)}
          onChange={(event) => toggle(value, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
