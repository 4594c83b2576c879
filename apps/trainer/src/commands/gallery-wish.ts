import { ArgumentError, GalleryError, type GalleryField, GalleryRequest, galleryFormats } from '@duality/shared';
import { parseArguments, parseWhole } from './arguments.ts';
import { parseSteps, parseTiles } from './number-list.ts';

const usage = `npm run export -- gallery --out FILE --format ${galleryFormats.join('|')} [--run ID …] [--steps 1,2,4] [--tiles 0-4] [--delay MS] [--scale N] [--store FILE]`;
const options = {
  run: { type: 'string', multiple: true },
  out: { type: 'string' },
  format: { type: 'string' },
  steps: { type: 'string' },
  tiles: { type: 'string' },
  delay: { type: 'string' },
  scale: { type: 'string' },
  store: { type: 'string' },
} as const;

/** What a field of the request is called on the command line. */
const optionNames: Partial<Record<GalleryField, string>> = { runIds: 'run', delayMs: 'delay' };

/** What the command line asks for; of all runs that have something to show where it names none. */
export interface GalleryWish {
  request: Omit<GalleryRequest, 'runIds'> & { runIds: number[] | undefined };
  out: string;
  store: string | undefined;
}

export function parseGalleryWish(args: string[]): GalleryWish {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  if (!values.out) throw new ArgumentError(`--out: must name a file\nUsage: ${usage}`);
  const runIds = values.run?.map((id) => parseWhole('run', id, 1));
  const { success, data, error } = GalleryRequest.omit({ runIds: true }).safeParse({
    format: values.format,
    steps: values.steps === undefined ? undefined : parseSteps(values.steps),
    tiles: values.tiles === undefined ? undefined : parseTiles(values.tiles),
    options: {
      delayMs: values.delay === undefined ? undefined : parseWhole('delay', values.delay, 20),
      scale: values.scale === undefined ? undefined : parseWhole('scale', values.scale, 1),
    },
  });
  if (success) return { request: { ...data, runIds }, out: values.out, store: values.store };
  const field = error.issues[0]?.path.findLast((part) => typeof part === 'string') as GalleryField;
  throw new ArgumentError(
    `--${nameOf(field)}: ${sentences[field] ?? 'cannot be used'}${given(values.format, field)}\nUsage: ${usage}`,
  );
}

const sentences: Partial<Record<GalleryField, string>> = {
  format: `must be one of ${galleryFormats.join(', ')}`,
  delayMs: 'must be 20 to 10,000 milliseconds',
  scale: 'must be 1 to 8',
};

const given = (format: string | undefined, field: GalleryField) =>
  field === 'format' && format !== undefined ? `, not "${format}"` : '';

const nameOf = (field: GalleryField) => optionNames[field] ?? field;

/** What cannot be made, in the words of the command line. */
export const explainGalleryError = (error: unknown): unknown =>
  error instanceof GalleryError ? new ArgumentError(`--${nameOf(error.field)}: ${error.message}`) : error;
