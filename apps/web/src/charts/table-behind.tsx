'use client';

import { Button, Collapse, CopyButton, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import classes from './data-table.module.css';

type Cell = string | number | boolean;

interface TableBehindProps {
  title: string;
  head: readonly string[];
  /** A row begins with what names it. */
  rows: readonly (readonly Cell[])[];
  /** How a cell is shown; copied it keeps every digit. */
  show?: (cell: Cell) => string;
}

const rowsShown = 25;

/** The numbers behind a chart that has no steps. */
export function TableBehind({ title, head, rows, show = String }: TableBehindProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`Data: ${title}`}
        onClick={toggle}
      >
        Data <ChevronDown size={13} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id} className={classes.panel ?? ''} keepMounted={false}>
        {isOpen && (
          <>
            <Table className="figures" verticalSpacing={3} horizontalSpacing="xs" fz="xs">
              <Table.Caption className={classes.caption ?? ''}>
                {title}
                {rows.length > rowsShown && `: the first ${rowsShown} of ${rows.length}`}
              </Table.Caption>
              <Table.Thead>
                <Table.Tr>
                  {head.map((name) => (
                    <Table.Th key={name}>{name}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.slice(0, rowsShown).map(([first = '', ...cells]) => (
                  <Table.Tr key={String(first)}>
                    <Table.Th scope="row">{show(first)}</Table.Th>
                    {cells.map((cell, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                      <Table.Td key={at}>{show(cell)}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <CopyButton value={[head, ...rows].map((row) => row.join('\t')).join('\n')}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-xs" onClick={copy}>
                  {copied ? 'Copied' : `Copy all ${rows.length}`}
                </Button>
              )}
            </CopyButton>
          </>
        )}
      </Collapse>
    </>
  );
}
