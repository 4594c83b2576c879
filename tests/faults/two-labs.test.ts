import { expect, test } from 'vitest';
import { query, queuePoints, readCurve, statusOf, waitFor, withStore } from '../process/lab.ts';
import { count } from './count.ts';
import { makeFaultLab, secondsUntil } from './lab.ts';

test('two labs on one store train each run once and show the same, and when one ends the other goes on', async () => {
  const first = await makeFaultLab();
  const second = await makeFaultLab(first.folder, first.store);
  const { store } = first;
  const runs = [1, 2, 3, 4].map((seed) => queuePoints(store, { steps: 40, seed }));
  const labs = [first.launch(), second.launch()];
  const up = async () => (await first.health()).ok && (await second.health()).ok;
  await secondsUntil('both dashboards', up, 60_000);
  await waitFor('all runs', () => runs.every((id) => statusOf(store, id) === 'completed'));
  const shown = await Promise.all([first, second].map((lab) => lab.ask<{ runs: unknown }>('run.list')));
  expect(shown[0]?.runs).toEqual(shown[1]?.runs);

  const leads = ({ stdout }: { stdout: () => string }) => /^Run 1 starts/m.test(stdout());
  expect(labs.filter(leads)).toHaveLength(1);
  const leader = labs.find(leads);
  leader?.kill('SIGTERM');
  await leader?.ended;
  const left = leader === labs[0] ? second : first;
  const trueAfterS = await secondsUntil('the other to lead', left.isTrue);
  const later = queuePoints(store, { steps: 40, seed: 5 });
  await waitFor('a run of the other', () => statusOf(store, later) === 'completed');
  for (const id of [...runs, later]) {
    const begun = withStore(store, ({ log }) => log.list(id)).filter(({ message }) => /^starts on/.test(message));
    expect(begun).toHaveLength(1);
    expect(labs.flatMap(({ stdout }) => stdout().match(new RegExp(`^Run ${id} starts`, 'gm')) ?? [])).toHaveLength(1);
    expect(readCurve(store, id).state).toMatchObject([{ step: 40 }]);
  }
  const [steps] = query(store, "SELECT count(*) AS n FROM v_metric WHERE name = 'criticLoss'");
  expect(steps).toEqual({ n: 40 * 5 });
  count({ kind: 'two labs on one store', injected: 1, acknowledged: 40 * 5, lost: 0, trueAfterS });
});
