'use client';

import { Button } from '@mantine/core';
import { FormatChoice } from './format-choice.tsx';
import classes from './gallery-dialog.module.css';
import { GalleryPreview } from './gallery-preview.tsx';
import { GalleryProgress } from './gallery-progress.tsx';
import { LookFields } from './look-fields.tsx';
import { problemsOf } from './problems-of.ts';
import { StepFields } from './step-fields.tsx';
import { TileFields } from './tile-fields.tsx';
import { useGalleryExport } from './use-gallery-export.ts';
import { type GalleryStock, type GalleryWish, useGalleryForm } from './use-gallery-form.ts';
import { useGalleryPreview } from './use-gallery-preview.ts';

/** Fields that have a place of their own for what is wrong with them. */
const ownFields = ['steps', 'tiles', 'delayMs', 'scale'];

export function GalleryForm({ wish, stock, isOpen }: { wish: GalleryWish; stock: GalleryStock; isOpen: boolean }) {
  const form = useGalleryForm(wish, stock);
  const making = useGalleryExport();
  const preview = useGalleryPreview(form.request, isOpen && form.problems.length === 0);
  const refused = problemsOf(preview.error) ?? problemsOf(making.refusal) ?? [];
  const problems = [...form.problems, ...refused];
  const problemOf = (key: string) => problems.find((problem) => problem.key === key)?.message;
  const others = problems.filter(({ key }) => !ownFields.includes(key) || (key === 'scale' && form.format === 'zip'));
  const left = wish.runIds.length - form.request.runIds.length;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) making.start(form.request);
      }}
    >
      <fieldset className={classes.fields} disabled={making.job !== undefined}>
        <FormatChoice format={form.format} onChange={form.setFormat} />
        <StepFields form={form} stored={stock.steps} error={problemOf('steps')} />
        <TileFields form={form} error={problemOf('tiles')} />
        <LookFields form={form} problemOf={problemOf} />
      </fieldset>
      <GalleryPreview preview={preview} />
      <div className={classes.foot}>
        {left > 0 && <p className={classes.told}>{left === 1 ? 'One run has' : `${left} runs have`} no samples yet.</p>}
        {others.map(({ message }) => (
          <p key={message} role="alert" className={classes.problem}>
            {message}
          </p>
        ))}
        {making.job ? (
          <GalleryProgress making={making} />
        ) : (
          <Button type="submit" loading={making.isStarting} disabled={problems.length > 0}>
            Make the gallery
          </Button>
        )}
      </div>
    </form>
  );
}
