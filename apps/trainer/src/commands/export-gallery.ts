import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  ArgumentError,
  formatBytes,
  GalleryError,
  type GalleryField,
  GalleryRequest,
  galleryFormats,
} from '@duality/shared';
import { listShownRuns, planFromStore, prepareGallery, writeGallery } from '@duality/shared/gallery';
import { explainStoreError, openStore, type Store } from '@duality/shared/store';
import { parseArguments, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';
import { parseSteps, parseTiles } from './number-list.ts';
import { showProgress } from './store/show-progress.ts';
import { findStoreFile } from './store-file.ts';
import { explainWriteError } from './write-out.ts';

const usage = `npm run export -- gallery --out FILE --format ${galleryFormats.join('|')} [--run ID …] [--steps 1,2,4] [--tiles 0-4] [--delay MS] [--scale N] [--lossy] [--store FILE]`;
const options = {
  run: { type: 'string', multiple: true },
  out: { type: 'string' },
  format: { type: 'string' },
  steps: { type: 'string' },
  tiles: { type: 'string' },
  delay: { type: 'string' },
  scale: { type: 'string' },
  lossy: { type: 'boolean' },
  store: { type: 'string' },
} as const;

/** What a field of the request is called on the command line. */
const optionNames: Partial<Record<GalleryField, string>> = {
  runIds: 'run',
  delayMs: 'delay',
  lossless: 'lossy',
};

type Wish = Omit<GalleryRequest, 'runIds'> & { runIds: number[] | 'all' };

/** Writes samples as an archive, a contact sheet, an animation or a page. */
export async function exportGalleryCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  if (!values.out) throw new ArgumentError(`--out: must name a file\nUsage: ${usage}`);
  const wish = parseWish(values);
  const file = resolve(callersFolder(), values.out);
  const storeFile = findStoreFile(values.store);
  if (!existsSync(storeFile)) throw new ArgumentError(`there is no store ${storeFile}; name another with --store FILE`);
  const store = openStore(storeFile);
  try {
    return await exportGallery(store, wish, file);
  } catch (error) {
    if (error instanceof GalleryError) throw new ArgumentError(`--${nameOf(error.field)}: ${error.message}`);
    throw explainWriteError(explainStoreError(error, storeFile), file);
  } finally {
    store.close();
  }
}

const nameOf = (field: GalleryField) => optionNames[field] ?? field;

function parseWish(
  values: Record<string, unknown> & {
    run?: string[];
    steps?: string;
    tiles?: string;
    delay?: string;
    scale?: string;
    lossy?: boolean;
  },
): Wish {
  const result = GalleryRequest.safeParse({
    runIds: values.run?.map((id) => parseWhole('run', id, 1)) ?? [1],
    format: values.format,
    ...(values.steps !== undefined && { steps: parseSteps(values.steps) }),
    ...(values.tiles !== undefined && { tiles: parseTiles(values.tiles) }),
    options: {
      ...(values.delay !== undefined && { delayMs: parseWhole('delay', values.delay, 20) }),
      ...(values.scale !== undefined && { scale: parseWhole('scale', values.scale, 1) }),
      lossless: !values.lossy,
    },
  });
  if (result.success) return { ...result.data, runIds: values.run ? result.data.runIds : 'all' };
  const [{ path, message } = { path: [], message: '' }] = result.error.issues;
  const field = path.findLast((part) => typeof part === 'string') as GalleryField;
  const given = values.format === undefined ? '' : `, not "${values.format}"`;
  if (field === 'format')
    throw new ArgumentError(`--format: must be one of ${galleryFormats.join(', ')}${given}\nUsage: ${usage}`);
  throw new ArgumentError(`--${nameOf(field)}: ${message}`);
}

async function exportGallery(store: Store, wish: Wish, file: string): Promise<number> {
  const runIds = wish.runIds === 'all' ? listShownRuns(store) : wish.runIds;
  const plan = planFromStore(store, { ...wish, runIds });
  const prepared = prepareGallery(plan);
  for (const note of plan.notes) console.error(note);
  const progress = showProgress('drawing');
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    const bytes = await writeGallery(
      store,
      plan,
      file,
      { signal: leaving.signal, onProgress: progress.update },
      prepared,
    );
    progress.clear();
    const { count, noun, width, height } = prepared.size;
    const size = width === null ? '' : ` of ${width} × ${height} pixels`;
    console.log(
      `Wrote ${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}${size}, ${formatBytes(bytes)}, to ${file}.`,
    );
    return 0;
  } catch (error) {
    progress.clear();
    if (!leaving.signal.aborted) throw error;
    console.error('Stopped; nothing was written.');
    return 130;
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
  }
}
