import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { useTestStore } from '../test-store.ts';

const lab = useTestStore();
const queries = () => lab.store.savedView.list('runs').map(({ name, query }) => [name, query]);

test('a view is saved, saved anew, renamed and removed, and each of that is undone', () => {
  const { savedView, audit } = lab.store;
  const undo = (id: number | null) => audit.undo(id ?? 0).id;
  savedView.save('runs', 'mine', 'q=ring');
  const anew = savedView.save('runs', 'mine', 'q=mnist');
  expect(queries()).toEqual([['mine', 'q=mnist']]);
  const redo = undo(anew);
  expect(queries()).toEqual([['mine', 'q=ring']]);
  undo(redo);
  const renamed = savedView.rename('runs', 'mine', 'yours');
  expect(queries()).toEqual([['yours', 'q=mnist']]);
  undo(renamed);
  const removed = savedView.remove('runs', 'mine');
  expect(queries()).toEqual([]);
  undo(removed);
  expect(queries()).toEqual([['mine', 'q=mnist']]);
  expect(savedView.save('runs', 'mine', 'q=mnist')).toBeNull();
});

test('a name is taken once for each page', () => {
  const { savedView } = lab.store;
  savedView.save('runs', 'a', '');
  savedView.save('runs', 'b', '');
  savedView.save('compare', 'a', 'runs=1');
  expect(savedView.list('compare')).toMatchObject([{ page: 'compare', name: 'a', query: 'runs=1' }]);
  expect(() => savedView.rename('runs', 'a', 'b')).toThrow('there is a view “b” already');
  expect(() => savedView.rename('runs', 'c', 'd')).toThrow('there is no view “c”');
  expect(() => savedView.remove('runs', 'c')).toThrow('there is no view “c”');
});

test('an undo that would overwrite what somebody saved since is refused', () => {
  const { savedView, audit } = lab.store;
  const entry = savedView.save('runs', 'a', 'q=1');
  savedView.save('runs', 'a', 'q=2');
  expect(() => audit.undo(entry ?? 0)).toThrow('has been saved anew');
  const db = new Sqlite(lab.file, { readonly: true });
  expect(db.prepare('SELECT page, name, query FROM saved_view').all()).toEqual([
    { page: 'runs', name: 'a', query: 'q=2' },
  ]);
  db.close();
});
