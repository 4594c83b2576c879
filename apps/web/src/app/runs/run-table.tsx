'use client';

import type { RunSummary } from '@duality/shared';
import { Table } from '@mantine/core';
import { RunRow } from './run-row.tsx';
import classes from './run-table.module.css';

const columns = ['Run', 'Status', 'Step', 'Speed', 'Time left', 'Critic estimate', 'Started'];

/** A table on wide screens whose rows become cards on narrow ones; the roles stay those of a table. */
export function RunTable({ runs }: { runs: RunSummary[] }) {
  return (
    <div className={classes.frame}>
      <Table role="table" className={classes.table ?? ''} verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead role="rowgroup" className={classes.head ?? ''}>
          <Table.Tr role="row">
            {columns.map((column) => (
              <Table.Th key={column} role="columnheader" scope="col">
                {column}
              </Table.Th>
            ))}
            <Table.Th role="columnheader" scope="col">
              <span className={classes.hidden}>Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
