'use client';

import type { AuditAction, ListedEntry } from '@duality/shared';
import { Button } from '@mantine/core';
import {
  Archive,
  ArchiveRestore,
  Bookmark,
  CirclePlay,
  CircleStop,
  Copy,
  FlaskConical,
  type LucideIcon,
  NotebookPen,
  Pencil,
  Pin,
  PinOff,
  Plus,
  Redo2,
  RotateCcw,
  Tag,
  Trash2,
  Undo2,
} from 'lucide-react';
import Link from 'next/link';
import { TimeAgo } from '#components/time-ago.tsx';
import { useRunChanges } from '#components/use-run-changes.tsx';
import classes from './activity-view.module.css';

interface ActivityEntryProps {
  entry: ListedEntry;
  /** How the runs that are still there are called now. */
  names: ReadonlyMap<number, string>;
}

const shownRuns = 5;

export function ActivityEntry({ entry, names }: ActivityEntryProps) {
  const { undo, isUndoing } = useRunChanges();
  const { id, at, actor, action, summary, runIds, obstacle, undoneAt } = entry;
  const Icon = icons[action];
  const there = runIds.filter((runId) => names.has(runId));
  const isUndone = undoneAt !== null;
  return (
    <li className={classes.entry} data-undone={isUndone || undefined}>
      <Icon size={16} className={classes.icon} aria-hidden="true" />
      <div className={classes.what}>
        <p className={classes.summary}>
          {isUndone ? <del>{summary}</del> : summary}
          {isUndone && <span className={classes.undone}> undone</span>}
        </p>
        <p className={classes.facts}>
          <TimeAgo at={at} /> · {actor}
          {there.slice(0, shownRuns).map((runId) => (
            <span key={runId}>
              {' · '}
              <Link href={`/runs/${runId}`} prefetch={false} title={names.get(runId)}>
                run {runId}
              </Link>
            </span>
          ))}
          {there.length > shownRuns && ` · ${there.length - shownRuns} more`}
          {!isUndone && obstacle && <span> · not to be undone: {obstacle}</span>}
        </p>
      </div>
      {obstacle === null && (
        <Button
          variant="default"
          size="xs"
          disabled={isUndoing}
          aria-label={`${action === 'undo' ? 'Redo' : 'Undo'}: ${summary}`}
          onClick={() => undo(id)}
        >
          {action === 'undo' ? 'Redo' : 'Undo'}
        </Button>
      )}
    </li>
  );
}

const icons: Record<AuditAction, LucideIcon> = {
  queue: Plus,
  clone: Copy,
  stop: CircleStop,
  resume: CirclePlay,
  rename: Pencil,
  tag: Tag,
  untag: Tag,
  note: NotebookPen,
  archive: Archive,
  unarchive: ArchiveRestore,
  move: FlaskConical,
  remove: Trash2,
  restore: RotateCcw,
  purge: Trash2,
  createExperiment: FlaskConical,
  renameExperiment: FlaskConical,
  noteExperiment: NotebookPen,
  removeExperiment: FlaskConical,
  pin: Pin,
  notePin: Pin,
  unpin: PinOff,
  saveView: Bookmark,
  renameView: Bookmark,
  removeView: Bookmark,
  undo: Undo2,
  redo: Redo2,
};
