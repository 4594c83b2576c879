'use client';

import type { LogLine } from '@duality/shared';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Card } from '#components/card.tsx';
import classes from './log-card.module.css';

const levels = ['all', 'warning', 'error'] as const;
type Level = (typeof levels)[number];

export function LogCard({ lines }: { lines: LogLine[] }) {
  const [level, setLevel] = useState<Level>('all');
  const shown = lines.filter((line) => level === 'all' || line.level === level);
  const box = useTail(shown.length);
  return (
    <Card
      title="Log"
      note={
        <SegmentedControl
          size="xs"
          aria-label="Levels shown"
          value={level}
          onChange={setLevel}
          data={levels.map((value) => ({ value, label: value === 'all' ? 'All' : `${value}s` }))}
          className={classes.levels ?? ''}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: only so can a keyboard scroll it */}
      <section className={classes.box} ref={box} tabIndex={0} aria-label="Log lines">
        {shown.length === 0 && (
          <p className={classes.none}>{lines.length === 0 ? 'Nothing logged yet.' : 'No such lines.'}</p>
        )}
        <ol className={classes.lines}>
          {shown.map(({ seq, at, level: own, message }) => (
            <li key={seq} className={classes.line} data-level={own}>
              <time dateTime={new Date(at).toISOString()} className={classes.time} suppressHydrationWarning>
                {clock.format(at)}
              </time>
              <span className={classes.level}>{own}</span>
              <span className={classes.message}>{message}</span>
            </li>
          ))}
        </ol>
      </section>
    </Card>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Stays at the newest line, unless a person has scrolled up to read. */
function useTail(count: number) {
  const box = useRef<HTMLElement>(null);
  const wasAtEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const note = () => {
      wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are the reason to scroll
  useEffect(() => {
    if (wasAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return box;
}
