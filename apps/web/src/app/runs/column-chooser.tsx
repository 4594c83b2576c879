'use client';

import { filterFields, type ShownValue } from '@duality/shared';
import { Checkbox, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Columns3, RotateCcw, Search, X } from 'lucide-react';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import { ToolPopover } from '#components/tool-popover.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { type Choosable, choosable, matches } from './choosable.ts';
import classes from './column-chooser.module.css';
import { columnsOf } from './columns.ts';
import { MetricColumns } from './metric-columns.tsx';
import { defaultColumns, moveColumn, queryFor, type RunList } from './run-list.ts';

interface ColumnChooserProps {
  list: RunList;
  /** What the columns there are called. */
  shown: readonly ShownValue[];
  onChange: (list: RunList) => void;
}

/** Which columns there are and in what order; open from the first moment on. */
export function ColumnChooser({ list, shown, onChange }: ColumnChooserProps) {
  const [search, setSearch] = useState('');
  const { data: fields } = useQuery(useTRPC().run.fields.queryOptions(queryFor(list), { staleTime: 10_000 }));
  const set = (columns: readonly string[]) => onChange({ ...list, columns });
  const toggle = (key: string) =>
    set(list.columns.includes(key) ? list.columns.filter((one) => one !== key) : [...list.columns, key]);
  const groups = choosable(filterFields, fields);
  const metrics = (fields?.metrics ?? []).map((name, i) => ({ name, title: fields?.metricTitles[i] ?? name }));
  const titles = new Map(columnsOf(list.columns, shown).map(({ key, title }) => [key, title]));
  const titleOf = (key: string) => titles.get(key) ?? key;
  return (
    <ToolPopover
      label="Columns"
      widthRem={34}
      heightRem={38}
      mark={
        <>
          <Columns3 size={15} aria-hidden="true" /> Columns
        </>
      }
    >
      {() => (
        <>
          <TextInput
            type="search"
            aria-label="Find a column"
            placeholder="Find a parameter, a metric …"
            data-autofocus
            leftSection={<Search size={15} aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {search === '' && (
            <section aria-label="Shown">
              <div className={classes.heading}>
                <h2>Shown, from left to right</h2>
                <PlainButton className={classes.quiet ?? ''} onClick={() => set(defaultColumns)}>
                  <RotateCcw size={13} aria-hidden="true" /> As at first
                </PlainButton>
              </div>
              <ol className={classes.shown}>
                {list.columns.map((key, at) => (
                  <li key={key}>
                    <span>{titleOf(key)}</span>
                    <PlainButton
                      isIcon
                      disabled={at === 0}
                      aria-label={`${titleOf(key)}: further left`}
                      onClick={() => set(moveColumn(list.columns, key, at - 1))}
                    >
                      <ArrowUp size={14} aria-hidden="true" />
                    </PlainButton>
                    <PlainButton
                      isIcon
                      disabled={at === list.columns.length - 1}
                      aria-label={`${titleOf(key)}: further right`}
                      onClick={() => set(moveColumn(list.columns, key, at + 1))}
                    >
                      <ArrowDown size={14} aria-hidden="true" />
                    </PlainButton>
                    <PlainButton isIcon aria-label={`${titleOf(key)}: remove`} onClick={() => toggle(key)}>
                      <X size={14} aria-hidden="true" />
                    </PlainButton>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <Choices title="Run" items={groups.run} search={search} chosen={list.columns} onToggle={toggle} />
          <MetricColumns metrics={metrics} search={search} chosen={list.columns} onToggle={toggle} />
          <Switch
            className={classes.differ ?? ''}
            size="xs"
            label="Only parameters that differ between these runs"
            checked={list.onlyDiffering}
            onChange={(event) => onChange({ ...list, onlyDiffering: event.currentTarget.checked })}
          />
          <Choices
            title="Parameters"
            items={list.onlyDiffering ? groups.config.filter(({ differs }) => differs) : groups.config}
            search={search}
            chosen={list.columns}
            onToggle={toggle}
          />
        </>
      )}
    </ToolPopover>
  );
}

interface ChoicesProps {
  title: string;
  items: Choosable[];
  search: string;
  chosen: readonly string[];
  onToggle: (key: string) => void;
}

function Choices({ title, items, search, chosen, onToggle }: ChoicesProps) {
  const found = items.filter((item) => matches(item, search));
  if (found.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.choices}>
        {found.map(({ key, title, differs }) => (
          <Checkbox
            key={key}
            size="xs"
            label={differs ? `${title} (differs)` : title}
            checked={chosen.includes(key)}
            onChange={() => onToggle(key)}
          />
        ))}
      </div>
    </section>
  );
}
