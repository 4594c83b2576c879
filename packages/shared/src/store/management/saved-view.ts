import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import type { SavedView, ViewPage } from '../../domain/saved-view.ts';
import type { auditStore } from './audit.ts';
import type { Editor } from './edit.ts';

type EntryId = number | null;

/** Named addresses of pages. */
export function savedViewStore(db: Database, audit: ReturnType<typeof auditStore>, editor: Editor) {
  const columns = 'id, page, name, query, created_at AS createdAt, updated_at AS updatedAt';
  const ofPage = db.prepare<[ViewPage], SavedView>(
    `SELECT ${columns} FROM saved_view WHERE page = ? ORDER BY name, id`,
  );
  const byName = db.prepare<[ViewPage, string], SavedView>(
    `SELECT ${columns} FROM saved_view WHERE page = ? AND name = ?`,
  );

  const get = (page: ViewPage, name: string): SavedView => {
    const view = byName.get(page, name);
    if (!view) throw new NotFoundError(`there is no view “${name}”`);
    return view;
  };
  return {
    /** In the order of their names. */
    list: (page: ViewPage): SavedView[] => ofPage.all(page),
    /** Under a new name, or anew under one that is there. */
    save: (page: ViewPage, name: string, query: string): EntryId => {
      const known = byName.get(page, name);
      const summary = known ? `Saved view “${name}” anew` : `Saved view “${name}”`;
      const now = Date.now();
      return audit.perform({ action: 'saveView', summary, runIds: [] }, () =>
        known?.query === query
          ? []
          : editor.set(['savedView', page, name], { query, createdAt: known?.createdAt ?? now, updatedAt: now }),
      );
    },
    rename: (page: ViewPage, name: string, to: string): EntryId =>
      audit.perform({ action: 'renameView', summary: `Renamed view “${name}” to “${to}”`, runIds: [] }, () => {
        const { query, createdAt, updatedAt } = get(page, name);
        if (name === to) return [];
        if (byName.get(page, to)) throw new ConflictError(`there is a view “${to}” already; choose another name`);
        return [
          ...editor.set(['savedView', page, name], null),
          ...editor.set(['savedView', page, to], { query, createdAt, updatedAt }),
        ];
      }),
    remove: (page: ViewPage, name: string): EntryId =>
      audit.perform({ action: 'removeView', summary: `Removed view “${name}”`, runIds: [] }, () => {
        get(page, name);
        return editor.set(['savedView', page, name], null);
      }),
  };
}
