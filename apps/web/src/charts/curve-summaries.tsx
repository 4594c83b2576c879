'use client';

import { Button, CopyButton, Table } from '@mantine/core';
import { formatExact, formatStep } from './axis.ts';
import type { Curve } from './curve.ts';
import classes from './data-table.module.css';
import { asCommaSeparated } from './figure-csv.ts';
import { Swatch } from './swatch.tsx';
import { summariseCurve } from './table-rows.ts';

/** Of many curves a row each: what each came to in the part that is seen. */
export function CurveSummaries({ curves, title }: { curves: readonly Curve[]; title: string }) {
  return (
    <>
      <Table className="figures" verticalSpacing={3} horizontalSpacing="xs" fz="xs">
        <Table.Caption className={classes.caption ?? ''}>{title}: what is drawn of each</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {['Curve', 'Last step', 'Last', 'Lowest', 'Highest', 'Not finite'].map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {curves.map((curve) => {
            const { step, last, lowest, highest, notFinite } = summariseCurve(curve.series);
            return (
              <Table.Tr key={curve.key}>
                <Table.Th scope="row">
                  <span className={classes.curve}>
                    <Swatch token={curve.token} dash={curve.dash} />
                    {curve.name}
                  </span>
                </Table.Th>
                <Table.Td>{step === undefined ? '–' : formatStep(step)}</Table.Td>
                {[last, lowest, highest].map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                  <Table.Td key={at}>{value === undefined ? '–' : formatExact(value)}</Table.Td>
                ))}
                <Table.Td>{notFinite}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <CopyButton value={asCommaSeparated(curves, 'step')}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy all points as CSV'}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
