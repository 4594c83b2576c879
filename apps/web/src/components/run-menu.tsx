'use client';

import { hasDiverged, isActive, type RunSummary } from '@duality/shared';
import { ActionIcon, Menu } from '@mantine/core';
import { Archive, ArchiveRestore, CirclePlay, CircleStop, Copy, Ellipsis, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { DownloadItems } from './download-items.tsx';
import { useRunActions } from './use-run-actions.tsx';

export function RunMenu({ run, isOpenAtFirst = false }: { run: RunSummary; isOpenAtFirst?: boolean }) {
  const actions = useRunActions();
  return (
    <Menu width={210} defaultOpened={isOpenAtFirst}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={`Actions for ${run.name}`}>
          <Ellipsis size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isActive(run.status) && (
          <Menu.Item
            leftSection={<CircleStop size={15} />}
            disabled={run.stopRequested}
            onClick={() => actions.stop(run.id)}
          >
            Stop
          </Menu.Item>
        )}
        {canResume(run) && (
          <Menu.Item leftSection={<CirclePlay size={15} />} onClick={() => actions.resume(run.id)}>
            Resume
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Copy size={15} />} component={Link} href={`/runs/new?from=${run.id}`} prefetch={false}>
          Run again with changes
        </Menu.Item>
        <Menu.Divider />
        <DownloadItems what="metrics" path={`metrics/${run.id}`} />
        <Menu.Divider />
        {run.archivedAt === null ? (
          <Menu.Item leftSection={<Archive size={15} />} onClick={() => actions.archive(run.id)}>
            Archive
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<ArchiveRestore size={15} />} onClick={() => actions.unarchive(run.id)}>
            Out of the archive
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Trash2 size={15} />}
          disabled={run.status === 'running'}
          onClick={() => actions.remove(run.id)}
        >
          {run.status === 'running' ? 'Remove (stop it first)' : 'Remove'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A run that diverged would diverge again at the same step, and one that was trained offline goes on where it was. */
export const canResume = (run: RunSummary) =>
  run.place?.kind !== 'offline' && (run.status === 'stopped' || (run.status === 'failed' && !hasDiverged(run)));
