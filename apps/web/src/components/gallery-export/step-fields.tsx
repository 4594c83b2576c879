import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import classes from './choice-group.module.css';
import { ChoiceGroup } from './choice-group.tsx';
import type { StepChoiceKind } from './step-choice.ts';
import type { GalleryForm } from './use-gallery-form.ts';

const kinds: { value: StepChoiceKind; label: string }[] = [
  { value: 'all', label: 'All stored' },
  { value: 'every', label: 'Every k-th' },
  { value: 'list', label: 'List' },
  { value: 'range', label: 'Range' },
];

interface StepFieldsProps {
  form: GalleryForm;
  stored: readonly number[];
  error: string | undefined;
}

export function StepFields({ form, stored, error }: StepFieldsProps) {
  const { stepChoice: choice, changeSteps } = form;
  return (
    <ChoiceGroup title="Steps" error={choice.kind === 'all' ? error : undefined}>
      <SegmentedControl
        fullWidth
        aria-label="Which steps"
        data={kinds}
        value={choice.kind}
        onChange={(kind) => changeSteps({ kind: kind as StepChoiceKind })}
      />
      {choice.kind === 'every' && (
        <NumberInput
          label="k"
          description="Of the stored steps; the last is always among them"
          min={1}
          error={error}
          value={choice.every}
          onChange={(every) => changeSteps({ every })}
        />
      )}
      {choice.kind === 'list' && (
        <TextInput
          label="Steps between commas"
          description={form.stepNote ?? 'Each becomes the nearest that is stored'}
          error={error}
          value={choice.list}
          onChange={(event) => changeSteps({ list: event.currentTarget.value })}
        />
      )}
      {choice.kind === 'range' && (
        <div className={classes.pair}>
          <NumberInput
            label="First step"
            min={stored[0] ?? 0}
            error={error}
            value={choice.first}
            onChange={(first) => changeSteps({ first })}
          />
          <NumberInput
            label="Last step"
            min={stored[0] ?? 0}
            value={choice.last}
            onChange={(last) => changeSteps({ last })}
          />
        </div>
      )}
    </ChoiceGroup>
  );
}
