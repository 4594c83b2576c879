'use client';

import { datasetDescriptions, getPreset, type Preset, presetGroups } from '@duality/shared';
import { type ComboboxParsedItem, isOptionsGroup, Select } from '@mantine/core';
import classes from './preset-choice.module.css';
import { findPresets } from './preset-filter.ts';

const data = presetGroups.map(({ title, presets }) => ({
  group: title,
  items: presets.map((preset) => ({ value: preset.name, label: preset.title })),
}));

interface PresetChoiceProps {
  preset: Preset;
  error: string | undefined;
  onChange: (name: string) => void;
}

export function PresetChoice({ preset, error, onChange }: PresetChoiceProps) {
  return (
    <Select
      id="field-preset"
      label="Preset"
      description={<Chosen preset={preset} />}
      error={error}
      data={data}
      value={preset.name}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      nothingFoundMessage="No preset matches"
      maxDropdownHeight={440}
      classNames={{ option: classes.item ?? '' }}
      comboboxProps={{ keepMounted: false }}
      filter={({ options, search }) => keep(options, findPresets(search))}
      renderOption={({ option }) => <Option preset={getPreset(option.value)} />}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(name) => name && onChange(name)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}

function keep(options: ComboboxParsedItem[], names: ReadonlySet<string>): ComboboxParsedItem[] {
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return names.has(String(option.value)) ? [option] : [];
    const items = option.items.filter(({ value }) => names.has(String(value)));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
}

function Chosen({ preset }: { preset: Preset }) {
  return (
    <>
      {preset.summary} <code className={classes.name}>{preset.name}</code>
    </>
  );
}

function Option({ preset: { name, title, summary, config } }: { preset: Preset }) {
  return (
    <span className={classes.option}>
      <span className={classes.line}>
        <span className={classes.title}>{title}</span>
        <code className={classes.name}>{name}</code>
        {datasetDescriptions[config.dataset].needsFolder && <span className={classes.terminal}>in a terminal</span>}
      </span>
      <span className={classes.summary}>{summary}</span>
    </span>
  );
}
