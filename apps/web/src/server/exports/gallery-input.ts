import { type GalleryError, GalleryRequest, parseSafely, problemsOfIssue } from '@duality/shared';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { ProblemsError } from '../errors.ts';

/** Parses what the export dialog sends; throws a ProblemsError that names every field which is wrong. */
export const galleryInput = {
  _input: {} as z.input<typeof GalleryRequest>,
  _output: {} as GalleryRequest,
  parse: (input: unknown): GalleryRequest => {
    const result = parseSafely(GalleryRequest, input);
    if (result.success) return result.data;
    throw new ProblemsError(
      result.error.issues.flatMap((issue) => {
        const field = issue.path.findLast((part) => typeof part === 'string');
        if (field === undefined || !Object.hasOwn(sentences, field)) return problemsOfIssue(issue);
        return [{ key: field, message: sentences[field] ?? '' }];
      }),
    );
  },
};

const sentences: Record<string, string> = {
  runIds: 'choose one run or more',
  steps: 'must be one stored step or more',
  tiles: 'must be one tile or more, counted from 0',
  delayMs: 'must be 20 to 10,000 ms',
  scale: 'must be 1 to 8',
};

/** A gallery that cannot be made becomes a problem of the field that is to be changed. */
export async function withProblems<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!isGalleryError(error)) throw error;
    const cause = new ProblemsError([{ key: error.field, message: error.message }]);
    throw new TRPCError({ code: 'BAD_REQUEST', message: error.message, cause });
  }
}

const isGalleryError = (error: unknown): error is GalleryError =>
  error instanceof Error && error.name === 'GalleryError';
