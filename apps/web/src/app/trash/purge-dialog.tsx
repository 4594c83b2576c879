'use client';

import { formatBytes } from '@duality/shared';
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useRunChanges } from '#components/use-run-changes.tsx';
import { useTRPC } from '#trpc/client.tsx';
import classes from './purge-dialog.module.css';
import type { Discarded } from './trash-list.tsx';

const shownNames = 6;

/** Asks once more before what nobody can undo. Open while there is anything to delete. */
export function PurgeDialog({ doomed, onClose }: { doomed: readonly Discarded[]; onClose: () => void }) {
  const { show } = useRunChanges();
  // The words stay while the dialog fades.
  const told = useRef(doomed);
  if (doomed.length > 0) told.current = doomed;
  const items = told.current;
  const purge = useMutation(
    useTRPC().run.purge.mutationOptions({
      onSuccess: ({ freed }) => {
        const bytes = freed.reduce((sum, item) => sum + item.bytes, 0);
        const what = freed.length === 1 ? `“${freed[0]?.name}” is` : `${freed.length} runs are`;
        notifications.show({ title: 'Deleted for good', message: `${what} gone: about ${formatBytes(bytes)} freed.` });
      },
      onError: ({ message }) => notifications.show({ color: 'red', title: 'That did not work', message }),
      // What was deleted before something failed is gone as well.
      onSettled: () => {
        show([]);
        onClose();
      },
    }),
  );
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const [first] = items;
  const question =
    items.length === 1 ? `Delete “${first?.run.name}” for good?` : `Delete ${items.length} runs for good?`;
  return (
    <Modal.Root opened={doomed.length > 0} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={classes.body ?? ''}>
          <Modal.Title className={classes.title ?? ''}>{question}</Modal.Title>
          {items.length > 1 && (
            <ul className={classes.names}>
              {items.slice(0, shownNames).map(({ run }) => (
                <li key={run.id}>
                  {run.name} (#{run.id})
                </li>
              ))}
              {items.length > shownNames && <li>and {items.length - shownNames} more</li>}
            </ul>
          )}
          <p className={classes.text}>
            Metrics, samples, log and checkpoints go, about {formatBytes(bytes)}. Nobody can bring them back.
          </p>
          <div className={classes.actions}>
            <Button variant="default" onClick={onClose} data-autofocus>
              Keep {items.length === 1 ? 'it' : 'them'}
            </Button>
            <Button
              className={classes.delete ?? ''}
              loading={purge.isPending}
              onClick={() => purge.mutate({ runIds: items.map(({ run }) => run.id) })}
            >
              Delete for good
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
