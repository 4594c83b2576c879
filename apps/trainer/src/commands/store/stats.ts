import { ArgumentError } from '@duality/shared';
import type { StoreStats } from '@duality/shared/upkeep';
import { parseArguments } from '../arguments.ts';
import { formatBytes } from './format-bytes.ts';
import { withUpkeep } from './with-upkeep.ts';

const usage = 'npm run store -- stats [--store FILE] [--json]';
const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Says how much of what is in the store. */
export async function statsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  return withUpkeep(values.store, (store) => {
    const stats = store.stats();
    if (values.json) console.log(JSON.stringify(stats));
    else for (const [name, text] of describeStats(stats)) console.log(`${name.padEnd(14)}${text}`);
    return 0;
  });
}

const count = (n: number) => n.toLocaleString('en');

function* describeStats(stats: StoreStats): Generator<[name: string, text: string]> {
  const { runs, trash } = stats;
  const inStatus = Object.entries(runs).filter(([, n]) => n > 0);
  yield ['store', stats.file];
  yield ['versions', `store ${stats.storeVersion}, SQLite ${stats.sqliteVersion}`];
  yield [
    'file',
    `${formatBytes(stats.bytes)} in pages of ${stats.pageSize} bytes, ${count(stats.freePages)} of them free`,
  ];
  yield ['WAL', formatBytes(stats.walBytes)];
  yield ['runs', inStatus.map(([status, n]) => `${count(n)} ${status}`).join(', ') || 'none'];
  yield [
    'trash',
    `${count(trash.runs)} runs${trash.runs > 0 ? `, about ${formatBytes(trash.bytes)} with their checkpoints` : ''}`,
  ];
  yield ['steps', count(stats.steps)];
  const each = stats.bytesPerPoint === null ? '' : `, ${stats.bytesPerPoint.toFixed(1)} bytes each with their sums`;
  yield ['points', `${count(stats.points)}${each}`];
  for (const { runId, name, points } of stats.mostPoints) yield ['', `${count(points)} of run ${runId} · ${name}`];
  yield ['grids', `${count(stats.grids.count)}, ${formatBytes(stats.grids.bytes)}`];
  yield ['checkpoints', `${count(stats.checkpoints.count)}, ${formatBytes(stats.checkpoints.bytes)} beside the store`];
  for (const [i, { name, bytes }] of stats.tables.entries())
    yield [i === 0 ? 'tables' : '', `${formatBytes(bytes).padStart(7)}  ${name}`];
}
