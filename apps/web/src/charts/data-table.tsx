'use client';

import { Button, Collapse, CopyButton, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import { formatStep } from './axis.ts';
import type { Curve } from './curve.ts';
import { CurveSummaries } from './curve-summaries.tsx';
import classes from './data-table.module.css';
import { asTabSeparated, headOf, newestRows } from './table-rows.ts';

const rowsShown = 12;

/** The numbers behind a curve, for those who cannot see it and those who want them elsewhere. */
export function DataTable({ curves, title }: { curves: readonly Curve[]; title: string }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  if (curves.every(({ series }) => series.steps.length === 0)) return null;
  return (
    <>
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        Data <ChevronDown size={13} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id} className={classes.panel ?? ''} keepMounted={false}>
        {isOpen && curves.length > 2 && <CurveSummaries curves={curves} title={title} />}
        {isOpen &&
          curves.length <= 2 &&
          curves.map((curve) => (
            <Rows
              key={curve.key}
              curve={curve}
              title={curves.length > 1 ? `${title}, ${curve.name ?? curve.series.name}` : title}
            />
          ))}
      </Collapse>
    </>
  );
}

function Rows({ curve, title }: { curve: Curve; title: string }) {
  const { series } = curve;
  const [first = '', second = '', ...ends] = headOf(curve);
  return (
    <>
      <Table className="figures" verticalSpacing={3} horizontalSpacing="xs" fz="xs">
        <Table.Caption className={classes.caption ?? ''}>
          {title}: the newest {rowsShown} of {formatStep(series.steps.length)} entries
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {[first, series.bucketSteps > 1 ? second : 'value', ...ends].map((name) => (
              <Table.Th key={name} className={classes.head ?? ''}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestRows(curve, rowsShown).map(({ step, cells }) => (
            <Table.Tr key={step}>
              <Table.Th scope="row">{formatStep(step)}</Table.Th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <Table.Td key={at}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CopyButton value={asTabSeparated(curve)}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : `Copy all ${formatStep(series.steps.length)}`}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
