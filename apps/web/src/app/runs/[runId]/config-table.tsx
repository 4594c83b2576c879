'use client';

import { presets, RunConfig, type RunSummary } from '@duality/shared';
import { Table } from '@mantine/core';
import { Card } from '#components/card.tsx';
import classes from './config-table.module.css';

export function ConfigTable({ run }: { run: RunSummary }) {
  const preset = presets.find((one) => one.name === run.preset);
  const rows = Object.entries(run.config).map(([key, value]) => {
    const before = preset?.config[key as keyof RunConfig];
    const shape = RunConfig.shape as Record<string, { meta: () => { title?: string } | undefined }>;
    return { key, title: shape[key]?.meta()?.title ?? key, value, before, isChanged: preset && before !== value };
  });
  const changed = rows.filter((row) => row.isChanged).length;
  return (
    <Card title="Configuration" note={preset && changed === 0 ? `as preset ${run.preset}` : `${changed} changed`}>
      <Table className={classes.table ?? ''} verticalSpacing={5} horizontalSpacing={0}>
        <Table.Thead className={classes.head ?? ''}>
          <Table.Tr>
            <Table.Th>Key</Table.Th>
            <Table.Th>Value</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, title, value, before, isChanged }) => (
            <Table.Tr key={key} data-changed={isChanged || undefined} className={classes.row ?? ''}>
              <Table.Th scope="row">
                {title} <code className={classes.key}>{key}</code>
              </Table.Th>
              <Table.Td className="figures">
                {String(value)}
                {isChanged && <span className={classes.before}>preset {String(before)}</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
