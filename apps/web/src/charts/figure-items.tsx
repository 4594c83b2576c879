'use client';

import type { MetricDescription, XAxis } from '@duality/shared';
import { Menu } from '@mantine/core';
import { FileDown, Image as Picture, Shapes, Table } from 'lucide-react';
import { PlainButton } from '#components/plain-button.tsx';
import { formatValueTick } from './axis.ts';
import { readColours } from './colours.ts';
import type { Curve } from './curve.ts';
import type { Drawing } from './drawing.ts';
import { asCommaSeparated } from './figure-csv.ts';
import { figureSvg } from './figure-svg.ts';
import { svgToPng } from './svg-to-png.ts';
import { evenTicks } from './ticks.ts';
import { heightOf, valueAt } from './value-scale.ts';
import { axisTitles, formatXTick, tickDistance } from './x-axis.ts';

export interface FigureMenuProps {
  description: MetricDescription;
  curves: readonly Curve[];
  drawing: Drawing;
  axis: XAxis;
  caption: string;
}

/** Open from the first moment on. */
export function FigureItems({ description, curves, drawing, axis, caption }: FigureMenuProps) {
  const { title, name } = description;
  const svg = () =>
    figureSvg(
      {
        title: description.unit ? `${title} (${description.unit})` : title,
        caption: [caption, ...drawing.aids.map(({ label }) => label)].join(' · '),
        drawing,
        legend: curves.map(({ name: called, token, dash, series }) => ({ name: called ?? series.name, token, dash })),
        ticks: ticksFor(drawing, axis),
        axisTitle: axisTitles[axis],
      },
      readColours(document.documentElement),
    );
  const save = (bytes: Blob, ending: string) => download(bytes, `${name}.${ending}`);
  return (
    <Menu width={180} defaultOpened>
      <Menu.Target>
        <PlainButton isIcon aria-label={`Download ${title}`}>
          <FileDown size={14} aria-hidden="true" />
        </PlainButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Picture size={15} />}
          onClick={() => void svgToPng(svg(), 2).then((png) => save(png, 'png'))}
        >
          Picture (PNG)
        </Menu.Item>
        <Menu.Item
          leftSection={<Shapes size={15} />}
          onClick={() => save(new Blob([svg()], { type: 'image/svg+xml' }), 'svg')}
        >
          Drawing (SVG)
        </Menu.Item>
        <Menu.Item
          leftSection={<Table size={15} />}
          onClick={() => save(new Blob([asCommaSeparated(curves, axis)], { type: 'text/csv' }), 'csv')}
        >
          Points (CSV)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ticksFor({ view, range, scale, ticks }: Drawing, axis: XAxis) {
  const values = ticks ?? evenTicks(range, 6).map((height) => valueAt(scale, height));
  return {
    x: evenTicks(view, 7, tickDistance(axis, view.high - view.low)).map((at) => ({
      at,
      label: formatXTick(axis, at, view.high - view.low),
    })),
    y: values.map((value) => ({ at: heightOf(scale, value), label: formatValueTick(value) })),
  };
}

function download(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
