'use client';

import type { Series } from '@duality/shared';
import { Button, Collapse, CopyButton, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import { formatStep } from './axis.ts';
import classes from './data-table.module.css';
import { asTabSeparated, newestRows } from './table-rows.ts';

const rowsShown = 12;

/** The numbers behind a curve, for those who cannot see it and those who want them elsewhere. */
export function DataTable({ series, title }: { series: Series[]; title: string }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        Data <ChevronDown size={13} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id} className={classes.panel ?? ''} keepMounted={false}>
        {isOpen &&
          series.map((one) => (
            <Rows key={one.name} series={one} title={series.length > 1 ? `${title}, ${one.name}` : title} />
          ))}
      </Collapse>
    </>
  );
}

function Rows({ series, title }: { series: Series; title: string }) {
  const isExact = series.bucketSteps === 1;
  return (
    <>
      <Table className="figures" verticalSpacing={3} horizontalSpacing="xs" fz="xs">
        <Table.Caption className={classes.caption ?? ''}>
          {title}: the newest {rowsShown} of {formatStep(series.steps.length)} entries
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {(isExact ? ['Step', 'Value'] : ['Up to step', 'Mean', 'Lowest', 'Highest']).map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestRows(series, rowsShown).map(({ step, cells }) => (
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
      <CopyButton value={asTabSeparated(series)}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : `Copy all ${formatStep(series.steps.length)}`}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
