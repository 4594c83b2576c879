'use client';

import type { Experiment } from '@duality/shared';
import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, NotebookPen, Pencil, Trash2 } from 'lucide-react';
import type { Ref } from 'react';
import { whyKept } from './count-runs.ts';
import { useExperimentChanges } from './use-experiment-changes.ts';

interface ExperimentMenuProps {
  experiment: Experiment;
  onEdit: (what: 'name' | 'notes') => void;
  ref: Ref<HTMLButtonElement>;
}

export function ExperimentMenu({ experiment, onEdit, ref }: ExperimentMenuProps) {
  const { name, notes } = experiment;
  const { remove } = useExperimentChanges();
  const obstacle = whyKept(experiment);
  return (
    <Menu width={240} returnFocus={false}>
      <Menu.Target>
        <ActionIcon ref={ref} variant="subtle" color="gray" size="md" aria-label={`Actions for experiment ${name}`}>
          <Ellipsis size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={15} />} onClick={() => onEdit('name')}>
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<NotebookPen size={15} />} onClick={() => onEdit('notes')}>
          {notes === '' ? 'Write notes' : 'Edit notes'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Trash2 size={15} />} disabled={obstacle !== undefined} onClick={() => remove(name)}>
          {obstacle === undefined ? 'Delete' : `Delete (${obstacle})`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
