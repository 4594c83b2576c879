'use client';

import { Menu } from '@mantine/core';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ChevronDown, Group, ListPlus, X } from 'lucide-react';
import { PlainButton } from '#components/plain-button.tsx';
import { localColumns, moveColumn, type RunList, type SortKey } from './run-list.ts';
import classes from './run-table.module.css';

export interface ColumnMenuProps {
  title: string;
  sortBy: string | undefined;
  column: string;
  list: RunList;
  onChange: (list: RunList) => void;
}

/** What can be done with a column; open from the first moment on. */
export function ColumnMenu({ title, sortBy, column, list, onChange }: ColumnMenuProps) {
  const at = list.columns.indexOf(column);
  const sort = (direction: SortKey['direction'], isAdded = false) => {
    if (!sortBy) return;
    const others = isAdded ? list.sort.filter(({ by }) => by !== sortBy) : [];
    onChange({ ...list, sort: [...others, { by: sortBy, direction }] });
  };
  const move = (to: number) => onChange({ ...list, columns: moveColumn(list.columns, column, to) });
  const isGroup = !localColumns.some((local) => local === column);
  return (
    <Menu defaultOpened width={230} position="bottom-start" withinPortal>
      <Menu.Target>
        <PlainButton isIcon className={classes.columnMenu ?? ''} aria-label={`Column ${title}`}>
          <ChevronDown size={13} aria-hidden="true" />
        </PlainButton>
      </Menu.Target>
      <Menu.Dropdown>
        {sortBy && (
          <>
            <Menu.Item leftSection={<ArrowDown size={15} />} onClick={() => sort('descending')}>
              Largest first
            </Menu.Item>
            <Menu.Item leftSection={<ArrowUp size={15} />} onClick={() => sort('ascending')}>
              Smallest first
            </Menu.Item>
            {list.sort.some(({ by }) => by !== sortBy) && (
              <Menu.Item leftSection={<ListPlus size={15} />} onClick={() => sort('descending', true)}>
                Add to the order
              </Menu.Item>
            )}
            <Menu.Divider />
          </>
        )}
        {isGroup && (
          <Menu.Item
            leftSection={<Group size={15} />}
            onClick={() => onChange({ ...list, group: list.group === column ? undefined : column, folded: [] })}
          >
            {list.group === column ? 'Do not group' : 'Group by this'}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<ArrowLeft size={15} />} disabled={at === 0} onClick={() => move(at - 1)}>
          Move left
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowRight size={15} />}
          disabled={at === list.columns.length - 1}
          onClick={() => move(at + 1)}
        >
          Move right
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<X size={15} />}
          onClick={() => onChange({ ...list, columns: list.columns.filter((one) => one !== column) })}
        >
          Remove column
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
