'use client';

import { Select, type SelectProps } from '@mantine/core';
import { Plus } from 'lucide-react';

/** Keys of the config under a heading. */
export interface ParameterGroup {
  group: string;
  items: { value: string; label: string }[];
}

interface ParameterPickerProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  data: readonly ParameterGroup[];
  /** Of the input that a picked parameter gets. */
  idOf: (key: string) => string;
  onPick: (key: string) => void;
}

/** Finds one hyper-parameter after another; the caret then stands in the input of the one that was picked. */
export const ParameterPicker = ({ idOf, onPick, ...rest }: ParameterPickerProps) => (
  <Select
    {...rest}
    leftSection={<Plus size={15} />}
    value={null}
    searchable
    selectFirstOptionOnChange
    nothingFoundMessage="No parameter matches"
    comboboxProps={{ keepMounted: false }}
    onChange={(key) => {
      if (!key) return;
      onPick(key);
      setTimeout(() => document.getElementById(idOf(key))?.focus());
    }}
    inputWrapperOrder={['label', 'input', 'error', 'description']}
  />
);
