'use client';

import { useQuery } from '@tanstack/react-query';
import { Columns3 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import { SavedViews } from '#components/saved-views/saved-views.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { columnsOf } from './columns.ts';
import { type GroupOrder, queryFor, type RunList } from './run-list.ts';
import classes from './table-tools.module.css';
import type { Found } from './use-found-runs.ts';

const ColumnChooser = dynamic(() => import('./column-chooser.tsx').then((chooser) => chooser.ColumnChooser), {
  loading: () => <ColumnsMark />,
});

interface TableToolsProps {
  list: RunList;
  found: Found | undefined;
  onChange: (list: RunList) => void;
}

const ofRun: [value: string, title: string][] = [
  ['experiment', 'Experiment'],
  ['preset', 'Preset'],
  ['status', 'Status'],
  ['tags', 'Tags'],
];

const groupOrders: Record<GroupOrder, string> = {
  ascending: 'smallest first',
  descending: 'largest first',
  largest: 'most runs first',
};

/** What the table shows and how it is grouped and, where its head is not seen, sorted. */
export function TableTools({ list, found, onChange }: TableToolsProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { data: fields } = useQuery(
    useTRPC().run.fields.queryOptions(queryFor(list), { enabled: isAsked, staleTime: 10_000 }),
  );
  const ask = () => setAsked(true);
  const { group, groupOrder, spark, columns, sort } = list;
  const parameters = (fields?.config ?? []).map(({ key, title }): [string, string] => [key, title]);
  const known = [...ofRun, ...parameters].some(([value]) => value === group);
  const own = group !== undefined && !known ? [[group, found?.groups?.by.title ?? group] as const] : [];
  const sortable = columnsOf(columns, found?.shown ?? []).filter(({ sortBy }) => sortBy);
  return (
    <div className={classes.tools}>
      {isChoosing ? (
        <ColumnChooser list={list} shown={found?.shown ?? []} onChange={onChange} />
      ) : (
        <PlainButton aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          <ColumnsMark />
        </PlainButton>
      )}
      <SavedViews page="runs" />
      <Choice
        label="Group by"
        value={group ?? ''}
        onAsk={ask}
        onChange={(value) => onChange({ ...list, group: value || undefined, folded: [] })}
      >
        <option value="">nothing</option>
        {[...own, ...ofRun].map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
        {parameters.length > 0 && (
          <optgroup label="Parameters">
            {parameters.map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
      </Choice>
      {group !== undefined && (
        <Choice
          label="Groups"
          value={groupOrder}
          onChange={(value) => onChange({ ...list, groupOrder: value as GroupOrder })}
        >
          {Object.entries(groupOrders).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Choice>
      )}
      {columns.includes('spark') && (
        <Choice
          label="Curve"
          value={spark ?? ''}
          onAsk={ask}
          onChange={(value) => onChange({ ...list, spark: value || undefined })}
        >
          <option value="">what leads each run</option>
          {spark && !fields?.metrics.includes(spark) && <option value={spark}>{spark}</option>}
          {fields?.metrics.map((name, i) => (
            <option key={name} value={name}>
              {fields.metricTitles[i]}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label="Sort by"
        className={classes.narrow ?? ''}
        value={sort[0] ? `${sort[0].direction} ${sort[0].by}` : ''}
        onChange={(value) => {
          const [, direction, by] = /^(ascending|descending) (.+)$/s.exec(value) ?? [];
          onChange({ ...list, sort: by ? [{ by, direction: direction as 'ascending' | 'descending' }] : [] });
        }}
      >
        <option value="">newest first</option>
        {sortable.flatMap(({ key, title, sortBy }) => [
          <option key={`${key} down`} value={`descending ${sortBy}`}>
            {title}, largest first
          </option>,
          <option key={`${key} up`} value={`ascending ${sortBy}`}>
            {title}, smallest first
          </option>,
        ])}
      </Choice>
      {found && <Total found={found} />}
    </div>
  );
}

const ColumnsMark = () => (
  <>
    <Columns3 size={15} aria-hidden="true" /> Columns
  </>
);

function Total({ found: { total, groups } }: { found: Found }) {
  const runs = total === 1 ? 'one run' : `${total.toLocaleString('en-US')} runs`;
  const inGroups = groups ? ` in ${groups.groups.length === 1 ? 'one group' : `${groups.groups.length} groups`}` : '';
  return (
    <span className={classes.total} role="status">
      {runs}
      {inGroups}
    </span>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  className?: string;
  /** Called before it is opened. */
  onAsk?: () => void;
  onChange: (value: string) => void;
  children: ReactNode;
}

const Choice = ({ label, value, className = '', onAsk, onChange, children }: ChoiceProps) => (
  <label className={`${classes.choice} ${className}`}>
    <span>{label}</span>
    <select
      value={value}
      onFocus={onAsk}
      onPointerEnter={onAsk}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  </label>
);
