'use client';

import { Menu, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import classes from './color-scheme-toggle.module.css';
import { PlainButton } from './plain-button.tsx';
import { SchemeMark } from './scheme-mark.tsx';

const choices = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'auto', label: 'Like the system', Icon: Monitor },
] as const;

/** Open from the first moment on. */
export function ColorSchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu defaultOpened>
      <Menu.Target>
        <PlainButton isIcon aria-label="Colour scheme">
          <SchemeMark />
        </PlainButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label, Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} />}
            onClick={() => setColorScheme(value)}
            data-chosen={colorScheme === value || undefined}
            className={classes.choice ?? ''}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
