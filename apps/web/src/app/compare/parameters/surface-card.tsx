'use client';

import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { formatValue } from '#charts/axis.ts';
import { RampLegend } from '#charts/ramp-legend.tsx';
import { SurfacePlot } from '#charts/surface-plot.tsx';
import { TableBehind } from '#charts/table-behind.tsx';
import { numberAt, type ValueAxis } from '#charts/value-axis.ts';
import { Card } from '#components/card.tsx';
import { fieldTitle } from '#components/config-fields.ts';
import type { AddressChange } from '#components/use-address.ts';
import { type Assessed, explainLeft, explainNoForest } from './assessed.ts';
import nothing from './nothing-to-plot.module.css';
import { changeParameters, type ParametersAddress } from './parameters-address.ts';
import { choosePair, type DrawnSurface, drawSurface } from './surface.ts';
import classes from './surface-card.module.css';
import type { GrownForest } from './use-forest.ts';

interface SurfaceCardProps extends Assessed {
  wanted: ParametersAddress;
  onChange: (change: AddressChange) => void;
}

export function SurfaceCard(props: SurfaceCardProps) {
  const { forest, parameters, objective } = props;
  const problem =
    explainNoForest(props) ??
    (parameters.length < 2 ? 'It takes two parameters that vary to draw a surface over.' : undefined);
  return (
    <Card title="Response surface" note={!problem && objective && `expected ${objective}`}>
      {problem ? (
        <p className={nothing.nothing}>{problem}</p>
      ) : forest ? (
        <Surface {...props} grown={forest} />
      ) : (
        <p className={nothing.nothing}>Growing the forest …</p>
      )}
    </Card>
  );
}

function Surface({
  grown,
  measured,
  left,
  goal,
  objective = '',
  wanted,
  onChange,
}: SurfaceCardProps & { grown: GrownForest }) {
  const pair = choosePair(grown, wanted.surface);
  const [byX, byY] = pair ?? [];
  const surface = useMemo(
    () => (byX && byY ? drawSurface(grown, measured, [byX, byY], goal) : undefined),
    [grown, measured, byX, byY, goal],
  );
  if (!surface || !byX || !byY) return null;
  const data = grown.parameters.map(({ key }) => ({ value: key, label: fieldTitle(key) }));
  // Choosing what the other axis has swaps the two.
  const choose = (x: string, y: string) => onChange(changeParameters.surface(x, y));
  return (
    <div className={classes.surface}>
      <div className={classes.selects}>
        <Select
          label="Along"
          size="xs"
          data={data}
          value={byX}
          allowDeselect={false}
          onChange={(x) => x && choose(x, x === byY ? byX : byY)}
        />
        <Select
          label="Up"
          size="xs"
          data={data}
          value={byY}
          allowDeselect={false}
          onChange={(y) => y && choose(y === byX ? byY : byX, y)}
        />
      </div>
      <SurfacePlot
        x={surface.x}
        y={surface.y}
        columns={surface.xs.length}
        rows={surface.ys.length}
        shares={surface.shares}
        supported={surface.supported}
        levels={surface.levels}
        points={surface.points}
        label={`Expected ${objective} over ${surface.x.title} and ${surface.y.title}`}
      />
      <RampLegend title={objective} goal={goal} axis={surface.range} />
      <p className={classes.caption}>
        What the forest expects, averaged over all other parameters; a dot is a run.
        {surface.marks.length > 0 && ` Lines at ${surface.marks.map(formatValue).join(', ')}.`} Hatched where no run is
        near: a guess. {explainLeft(left)}
      </p>
      <SurfaceTable surface={surface} objective={objective} />
    </div>
  );
}

/** Every so many cells are told of in words. */
const everyCell = 4;

function SurfaceTable({ surface, objective }: { surface: DrawnSurface; objective: string }) {
  const { x, y, xs, ys, values, supported } = surface;
  const some = (axis: ValueAxis, length: number) =>
    Array.from({ length }, (_, at) => at).filter((at) => axis.kind === 'choice' || at % everyCell === 1);
  const nameOf = (axis: ValueAxis, at: number, length: number) =>
    axis.kind === 'choice' ? (axis.choices[at]?.title ?? '') : formatValue(numberAt(axis, (at + 0.5) / length));
  return (
    <TableBehind
      title={`Expected ${objective}: ${y.title} down, ${x.title} across; guesses in brackets`}
      head={[`${y.title} ↓`, ...some(x, xs.length).map((at) => nameOf(x, at, xs.length))]}
      rows={some(y, ys.length).map((row) => [
        nameOf(y, row, ys.length),
        ...some(x, xs.length).map((column) => {
          const text = formatValue(values[column * ys.length + row] as number);
          return supported[column * ys.length + row] ? text : `(${text})`;
        }),
      ])}
    />
  );
}
