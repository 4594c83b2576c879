'use client';

import { presets } from '@duality/shared';
import { Radio } from '@mantine/core';
import classes from './preset-choice.module.css';

export function PresetChoice({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  return (
    <Radio.Group
      label="Preset"
      description="A config that is known to work, to start from"
      value={value}
      onChange={onChange}
    >
      <div className={classes.choices}>
        {presets.map((preset) => (
          <Radio.Card key={preset.name} value={preset.name} className={classes.card ?? ''} aria-label={preset.title}>
            <Radio.Indicator className={classes.dot ?? ''} />
            <span>
              <span className={classes.title}>{preset.title}</span>
              <span className={classes.summary}>{preset.summary}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
