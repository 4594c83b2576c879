'use client';

import type { ConfigValue } from '#components/config-fields.ts';
import { ParameterPicker } from '#components/parameter-picker.tsx';
import { ValueRows } from '#components/value-rows.tsx';
import { FormSection } from '../../runs/new/form-section.tsx';
import { fixedOptions } from './parameter-options.ts';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

/** What is the same in all trials and not as in the preset. */
export function FixedSection({ form }: { form: SweepForm }) {
  const { set, space } = form.typed;
  const taken = new Set([...set, ...space].map(({ key }) => key));
  const idOf = (key: string) => `sweep-set.${key}`;
  const usual: Readonly<Record<string, unknown>> = form.preset.config;
  return (
    <FormSection id="sweep-fixed" title="The same in all trials">
      <p className={classes.meaning}>Everything else is as in the preset.</p>
      {set.length > 0 && (
        <div className={classes.fixed}>
          <ValueRows
            label="Values that differ from the preset"
            values={set}
            usual={usual}
            source="preset"
            idOf={idOf}
            problemOf={(key) => form.problemOf(`set.${key}`)}
            onChange={form.setFixed}
            onRemove={form.removeFixed}
          />
        </div>
      )}
      <ParameterPicker
        className={classes.picker ?? ''}
        label="Set a value"
        placeholder="Steps, batch size, …"
        data={fixedOptions(form.base, taken)}
        maxDropdownHeight={320}
        idOf={idOf}
        onPick={(key) => form.setFixed(key, usual[key] as ConfigValue)}
      />
    </FormSection>
  );
}
