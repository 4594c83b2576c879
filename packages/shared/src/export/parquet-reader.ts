import { Worker } from 'node:worker_threads';
import { ExplainedError } from '../domain/errors.ts';
import type { Answer, Asked, Range } from './parquet-thread.ts';

/** Far more than a busy machine takes for a column of a row group. */
const longestMs = 120_000;
const mostMegabytes = 2048;

export interface ParquetReader {
  names: string[];
  /** The rows of each group. */
  ranges: Range[];
  readColumn: (group: number, column: string) => Promise<ArrayLike<unknown>>;
  close: () => Promise<void>;
}

/**
 * Opens a Parquet file in a thread of its own, which may take so much memory and time and no more: what a file claims
 * can lead a decoder into either. Throws an ExplainedError that names the file.
 */
export async function openParquet(file: string): Promise<ParquetReader> {
  const thread = getThread();
  const { id, answered } = thread.ask({ type: 'open', file });
  const answer = await explained(file, answered);
  if (answer?.type !== 'opened') throw new ExplainedError(`${file}: is no Parquet`);
  const { names, ranges } = answer;
  return {
    names,
    ranges,
    readColumn: async (group, column) => {
      const range = ranges[group] as Range;
      const read = await explained(file, thread.ask({ type: 'column', opened: id, column, group, ...range }).answered);
      return read?.type === 'column' ? read.data : [];
    },
    close: async () => void (await thread.ask({ type: 'close', opened: id }).answered.catch(() => undefined)),
  };
}

async function explained(file: string, answered: Promise<Answer | undefined>): Promise<Answer | undefined> {
  try {
    const answer = await answered;
    if (answer?.type !== 'problem') return answer;
    // Where the decoder saw what is wrong it says so; else the words are those of JavaScript.
    const reason = answer.message.startsWith('parquet ') ? ` (${answer.message})` : '';
    throw new ExplainedError(`${file}: is cut off or damaged Parquet${reason}`);
  } catch (error) {
    if (error instanceof ExplainedError) throw error;
    throw new ExplainedError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

type Thread = ReturnType<typeof startThread>;
let held: Thread | undefined;

/** One for all files, and a new one after it was ended. */
function getThread(): Thread {
  held ??= startThread();
  return held;
}

function startThread() {
  const script = new URL('./parquet-thread.ts', import.meta.url);
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  const waiting = new Map<number, PromiseWithResolvers<Answer | undefined>>();
  let newest = 0;

  /** Whoever waits is told why, and the next who asks gets another thread. */
  const end = (why: string): void => {
    held = undefined;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
    void worker.terminate();
  };
  worker.on('message', ({ id, answer }: { id: number; answer: Answer | undefined }) =>
    waiting.get(id)?.resolve(answer),
  );
  worker.on('error', (error: NodeJS.ErrnoException) =>
    end(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `needs more than ${mostMegabytes} MB to be read; write it in smaller row groups`
        : 'is damaged Parquet',
    ),
  );

  const ask = (asked: Asked) => {
    newest += 1;
    const id = newest;
    const settled = Promise.withResolvers<Answer | undefined>();
    waiting.set(id, settled);
    const late = `cannot be read within ${longestMs / 1000} s; write it in smaller row groups`;
    const timer = setTimeout(() => end(late), longestMs);
    worker.ref();
    worker.postMessage({ id, asked });
    const answered = settled.promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(id);
      // It keeps no command from ending.
      if (waiting.size === 0) worker.unref();
    });
    return { id, answered };
  };
  return { ask };
}
