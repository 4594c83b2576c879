'use client';

import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PlainButton } from './plain-button.tsx';
import classes from './tool-popover.module.css';

interface ToolPopoverProps {
  /** What it is called for those who cannot see it. */
  label: string;
  /** What its button says. */
  mark: ReactNode;
  /** Of a screen that has room for it. */
  widthRem: number;
  heightRem: number;
  children: (close: () => void) => ReactNode;
}

/** A tool that was loaded when it was first asked for, so that it is open from the first moment on. */
export function ToolPopover({ label, mark, widthRem, heightRem, children }: ToolPopoverProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={`min(${widthRem}rem, calc(100vw - 2rem))`}
      withRoles
      trapFocus
    >
      <Popover.Target>
        <PlainButton onClick={() => setOpen(!isOpen)}>{mark}</PlainButton>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.tool ?? ''}
        style={{ maxHeight: `min(${heightRem}rem, 75vh)` }}
        aria-label={label}
      >
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
