'use client';

import type { ViewPage } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTRPC } from '#trpc/client.tsx';
import { ToolPopover } from '../tool-popover.tsx';
import { useViewChanges } from './use-view-changes.ts';
import { ViewItem } from './view-item.tsx';
import { ViewNameForm } from './view-name-form.tsx';
import { ViewsMark } from './views-mark.tsx';
import classes from './views-menu.module.css';

/** Open from the first moment on. */
export function ViewsMenu({ page }: { page: ViewPage }) {
  const query = useSearchParams().toString();
  const { data: views } = useQuery(useTRPC().view.list.queryOptions({ page }, { staleTime: 2000 }));
  const { save } = useViewChanges(page);
  const goTo = (to: string) => window.history.pushState(null, '', `/${page}${to && `?${to}`}`);
  const names = views?.map(({ name }) => name) ?? [];
  return (
    <ToolPopover label="Views" widthRem={24} heightRem={34} mark={<ViewsMark />}>
      {(close) => {
        const go = (to: string) => {
          goTo(to);
          close();
        };
        return (
          <>
            <h2 className={classes.title}>Views</h2>
            {views?.length === 0 && (
              <p className={classes.hint}>
                Choose filter, columns, order and groups as you want to see them again, and save them here under a name.
              </p>
            )}
            <ul className={classes.list}>
              <li className={classes.item}>
                <button
                  type="button"
                  className={classes.go}
                  aria-current={query === '' || undefined}
                  onClick={() => go('')}
                >
                  As at first
                </button>
              </li>
              {views?.map((view) => (
                <ViewItem
                  key={view.id}
                  view={view}
                  isCurrent={view.query === query}
                  onGo={() => go(view.query)}
                  onUpdate={() => save(view.name, query)}
                />
              ))}
            </ul>
            <ViewNameForm
              label="Save what is shown as"
              verb="Save"
              taken={names}
              takenIs="is saved anew"
              onGive={(name) => save(name, query)}
            />
          </>
        );
      }}
    </ToolPopover>
  );
}
