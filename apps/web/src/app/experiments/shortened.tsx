'use client';

import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import classes from './shortened.module.css';

interface ShortenedProps {
  /** Of what is shown until more is asked for. */
  heightPx: number;
  /** What it is more of, for those who only hear the button. */
  of: string;
  children: ReactNode;
}

/** Something long of which the beginning is shown first. */
export function Shortened({ heightPx, of, children }: ShortenedProps) {
  const { ref, height } = useElementSize();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const isLong = height > heightPx;
  return (
    <div>
      <div
        id={id}
        className={classes.part}
        data-cut={(isLong && !isOpen) || undefined}
        style={isOpen ? undefined : { maxHeight: heightPx }}
      >
        <div ref={ref}>{children}</div>
      </div>
      {isLong && (
        <UnstyledButton
          className={classes.more ?? ''}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'less' : 'more'}
          <VisuallyHidden component="span"> of {of}</VisuallyHidden>
        </UnstyledButton>
      )}
    </div>
  );
}
