'use client';

import type { Completions } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import classes from './filter-box.module.css';
import { FilterHelp } from './filter-help.tsx';

interface FilterBoxProps {
  text: string;
  /** What is wrong with the text. */
  problem: ReactNode;
  onWrite: (text: string) => void;
}

type Complete = typeof import('@duality/shared').completionsAt;

const nothing: Completions = { from: 0, to: 0, items: [] };

/**
 * Where a filter is typed. What could come next is offered below and taken only after an arrow key has chosen it, so
 * that words can be typed without looking; it is fetched when the box is first used.
 */
export function FilterBox({ text, problem, onWrite }: FilterBoxProps) {
  const [complete, setComplete] = useState<Complete>();
  const [offer, setOffer] = useState(nothing);
  const [chosen, setChosen] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const caret = useRef<number>(undefined);
  const id = useId();
  const { data: known } = useQuery(
    useTRPC().run.fields.queryOptions({}, { enabled: complete !== undefined, staleTime: 60_000 }),
  );
  const prepare = () =>
    void import('./filter-completions.ts').then(({ completionsAt }) => setComplete(() => completionsAt));
  const close = () => {
    setOffer(nothing);
    setChosen(-1);
  };
  const ask = (written: string) => {
    const at = box.current?.selectionStart ?? written.length;
    const isPlain = at === box.current?.selectionEnd;
    setOffer(complete && known && isPlain ? complete(written, at, known) : nothing);
    setChosen(-1);
  };
  const write = (written: string) => {
    onWrite(written);
    if (written.trim() === '') close();
    else ask(written);
  };
  const take = (index: number) => {
    const item = offer.items[index];
    if (!item) return;
    const before = `${text.slice(0, offer.from)}${item.text}`;
    caret.current = before.length;
    onWrite(before + text.slice(offer.to));
    close();
  };
  // A text that is written from outside would leave the caret at its end.
  useEffect(() => {
    if (caret.current === undefined) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  // What was typed before the page came to life.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then
  useEffect(() => {
    const early = box.current?.value ?? '';
    if (early !== text) onWrite(early);
  }, []);
  useSlash(box);

  const isOpen = offer.items.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' && !isOpen) {
      ask(text);
      setChosen(0);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isOpen) return;
      const count = offer.items.length;
      setChosen((old) => (key === 'ArrowDown' ? (old + 1) % count : (old <= 0 ? count : old) - 1));
    } else if ((key === 'Enter' || key === 'Tab') && isOpen && chosen >= 0) take(chosen);
    else if (key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.field}>
      <div className={classes.frame}>
        <Search size={15} aria-hidden="true" />
        <input
          ref={box}
          type="search"
          role="combobox"
          className={classes.input}
          aria-label="Filter by text"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-offer`}
          aria-activedescendant={isOpen && chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          placeholder="Words, or lr > 1e-4 and last(criticEstimate) < 2"
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={prepare}
          onBlur={close}
          onKeyDown={onKeyDown}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <FilterHelp onChoose={write} />
      </div>
      <div
        id={`${id}-offer`}
        role="listbox"
        aria-label="What could come next"
        className={classes.offer}
        hidden={!isOpen}
      >
        {offer.items.map(({ text: next, meaning }, index) => (
          <div
            key={next}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.option}
            // The box keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
            onKeyDown={undefined}
          >
            <code>{next.trim()}</code>
            <span>{meaning}</span>
          </div>
        ))}
      </div>
      {problem && <div id={`${id}-problem`}>{problem}</div>}
    </div>
  );
}

/** A slash outside any field goes to the box. */
function useSlash(box: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener(
      'keydown',
      (event) => {
        const isTyping = (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable]');
        if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        box.current?.focus();
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, [box]);
}
