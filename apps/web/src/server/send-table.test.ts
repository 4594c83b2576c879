import { formatNames } from '@duality/shared/export';
import { expect, it } from 'vitest';
import { sendTable } from './send-table.ts';
import { addRunningRun, openTestStore } from './test-store.ts';

const ask = (format: string) => new Request(`http://127.0.0.1/api/files/x${format && `?format=${format}`}`);

it.each(formatNames)('a run downloads as %s under a name that says what it is', async (format) => {
  const store = openTestStore();
  const runIds = [addRunningRun(store)];
  store.metric.append(runIds[0] as number, 1, { criticLoss: 0.5 });
  const response = sendTable(store, ask(format), { table: 'metrics', runIds, name: 'duality-run-1-metrics' });
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="duality-run-1-metrics.${format}"`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (format === 'parquet')
    expect([0, -4].map((at) => bytes.toString('latin1').substr(at, 4))).toEqual(['PAR1', 'PAR1']);
  else expect(bytes.toString()).toContain('criticLoss');
});

it('a format that there is not is refused with those that there are', async () => {
  for (const format of ['', 'xlsx', '__proto__', 'CSV']) {
    const response = sendTable(openTestStore(), ask(format), { table: 'runs', runIds: [1], name: 'duality-runs' });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('?format= must be one of csv, jsonl, parquet.\n');
  }
});

it('rows are read when they are fetched, and not after the reader has left', async () => {
  const store = openTestStore();
  const runId = addRunningRun(store);
  const steps = Array.from({ length: 90_000 }, (_, step) => ({ step, values: { criticLoss: step } }));
  store.metric.appendMany(runId, steps);
  let slices = 0;
  const counting = {
    ...store,
    table: {
      ...store.table,
      *metrics(runIds: readonly number[]) {
        for (const rows of store.table.metrics(runIds)) {
          slices += 1;
          yield rows;
        }
      },
    },
  };
  const { body } = sendTable(counting, ask('csv'), { table: 'metrics', runIds: [runId], name: 'x' });
  const reader = body?.getReader();
  await reader?.read(); // the line of names
  expect(slices).toBe(0);
  await reader?.read();
  expect(slices).toBe(1);
  await reader?.cancel();
  expect(slices).toBe(1);
});
