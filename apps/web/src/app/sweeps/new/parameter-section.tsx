'use client';

import { ParameterPicker } from '#components/parameter-picker.tsx';
import { FormSection } from '../../runs/new/form-section.tsx';
import { variedOptions } from './parameter-options.ts';
import { ParameterRow } from './parameter-row.tsx';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

/** Which hyper-parameters vary, and over what. */
export function ParameterSection({ form }: { form: SweepForm }) {
  const { space } = form.typed;
  const taken = new Set(space.map(({ key }) => key));
  return (
    <FormSection id="sweep-varies" title="What varies">
      {space.length > 0 && (
        <ul className={classes.rows} aria-label="Parameters that vary">
          {space.map((one) => (
            <ParameterRow key={one.key} typed={one} form={form} />
          ))}
        </ul>
      )}
      <ParameterPicker
        id="sweep-space"
        className={classes.picker ?? ''}
        label={space.length === 0 ? 'Vary a parameter' : 'Vary another parameter'}
        placeholder="Search all hyper-parameters"
        data={variedOptions(form.base, taken)}
        maxDropdownHeight={360}
        description="From the preset’s values, or any other key of the config; one at least."
        error={form.problemOf('space')}
        idOf={(key) => `sweep-space.${key}`}
        onPick={form.addParameter}
      />
    </FormSection>
  );
}
