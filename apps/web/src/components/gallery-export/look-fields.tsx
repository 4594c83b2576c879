import { NumberInput, Select } from '@mantine/core';
import classes from './choice-group.module.css';
import type { GalleryForm } from './use-gallery-form.ts';

const scales = [
  { value: '0', label: 'fitting' },
  ...[1, 2, 3, 4, 6, 8].map((scale) => ({ value: String(scale), label: `×${scale}` })),
];

interface LookFieldsProps {
  form: GalleryForm;
  problemOf: (key: string) => string | undefined;
}

/** What the format leaves open: how large samples are drawn, and how long each frame is shown. */
export function LookFields({ form, problemOf }: LookFieldsProps) {
  if (form.format === 'zip') return null;
  const isMoving = form.format !== 'png';
  return (
    <div className={classes.pair}>
      <Select
        label="Sample pixels"
        data={scales}
        value={String(form.scale)}
        allowDeselect={false}
        error={problemOf('scale')}
        onChange={(scale) => form.setScale(Number(scale))}
      />
      {isMoving && (
        <NumberInput
          label="Milliseconds a frame"
          min={20}
          max={10_000}
          step={50}
          clampBehavior="none"
          error={problemOf('delayMs')}
          value={form.delayMs}
          onChange={form.setDelayMs}
        />
      )}
    </div>
  );
}
