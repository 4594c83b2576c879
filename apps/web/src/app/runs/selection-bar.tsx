'use client';

import { Button, Menu } from '@mantine/core';
import {
  Archive,
  ArchiveRestore,
  CirclePlay,
  CircleStop,
  Ellipsis,
  FlaskConical,
  GitCompareArrows,
  Tag,
  Trash2,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { GalleryExportButton } from '#components/gallery-export/gallery-export-button.tsx';
import { LinkButton } from '#components/link-button.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import { compareHref } from '#components/run-ids.ts';
import { useBulkChange } from '#components/use-bulk-change.ts';
import classes from './selection-bar.module.css';
import { type Asked, SelectionForm } from './selection-form.tsx';
import type { Selection } from './use-selection.ts';

/** What can be done to all runs that are ticked. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const runIds = [...selection.ids];
  const [asked, setAsked] = useState<Asked>();
  const { change, isPending } = useBulkChange();
  const perform = (action: 'stop' | 'resume' | 'archive' | 'unarchive' | 'remove') => change({ action, runIds });
  return (
    <section className={classes.bar} aria-label="Selected runs">
      <span className={classes.count} role="status">
        {runIds.length === 1 ? 'One run' : `${runIds.length.toLocaleString('en-US')} runs`} selected
      </span>
      {asked ? (
        <SelectionForm
          asked={asked}
          onGive={(text) => {
            setAsked(undefined);
            change(
              asked === 'move' ? { action: 'move', runIds, experiment: text } : { action: asked, runIds, tag: text },
            );
          }}
          onClose={() => setAsked(undefined)}
        />
      ) : (
        <div className={classes.actions}>
          <LinkButton href={compareHref(runIds)} leftSection={<GitCompareArrows size={15} />}>
            Compare
          </LinkButton>
          <GalleryExportButton runIds={runIds} />
          <Button variant="default" leftSection={<Tag size={15} />} onClick={() => setAsked('tag')}>
            Tag
          </Button>
          <Button
            variant="default"
            leftSection={<Archive size={15} />}
            disabled={isPending}
            onClick={() => perform('archive')}
          >
            Archive
          </Button>
          <Button
            variant="default"
            leftSection={<Trash2 size={15} />}
            disabled={isPending}
            onClick={() => perform('remove')}
          >
            Remove
          </Button>
          <Menu position="top-end" width={220}>
            <Menu.Target>
              <Button variant="default" leftSection={<Ellipsis size={15} />}>
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<Tag size={15} />} onClick={() => setAsked('untag')}>
                Take a tag off
              </Menu.Item>
              <Menu.Item leftSection={<FlaskConical size={15} />} onClick={() => setAsked('move')}>
                Move to an experiment
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<CircleStop size={15} />} onClick={() => perform('stop')}>
                Stop
              </Menu.Item>
              <Menu.Item leftSection={<CirclePlay size={15} />} onClick={() => perform('resume')}>
                Resume
              </Menu.Item>
              <Menu.Item leftSection={<ArchiveRestore size={15} />} onClick={() => perform('unarchive')}>
                Out of the archive
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <PlainButton isIcon aria-label="Select none" title="Select none" onClick={selection.clear}>
        <X size={16} aria-hidden="true" />
      </PlainButton>
    </section>
  );
}
