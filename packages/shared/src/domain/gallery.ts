import { z } from 'zod';
import { ArgumentError } from './errors.ts';
import { RunId } from './run.ts';

export const galleryFormats = ['html', 'gif', 'webp', 'png', 'zip'] as const;
export const GalleryFormat = z.enum(galleryFormats);
export type GalleryFormat = z.infer<typeof GalleryFormat>;

export const GalleryOptions = z.strictObject({
  /** How long a frame of an animation is shown. */
  delayMs: z.int().min(20).max(10_000).default(250),
  /** Screen pixels a side for each pixel of a sample, in drawn pictures; 0 lets it follow from the samples' size. */
  scale: z.int().min(0).max(8).default(0),
});
export type GalleryOptions = z.infer<typeof GalleryOptions>;

/** Which runs, stored steps and tiles of a sample grid become one file. */
export const GalleryRequest = z.strictObject({
  runIds: z.array(RunId).min(1).max(10_000),
  format: GalleryFormat,
  steps: z.union([z.literal('all'), z.array(z.int().min(0)).min(1).max(100_000)]).default('all'),
  /** Numbered row by row from 0; `all` leaves the grids as they are stored. */
  tiles: z.union([z.literal('all'), z.array(z.int().min(0)).min(1).max(10_000)]).default('all'),
  options: GalleryOptions.prefault({}),
});
export type GalleryRequest = z.infer<typeof GalleryRequest>;

export type GalleryField = keyof GalleryRequest | keyof GalleryOptions;

/** A gallery that cannot be made as it was asked for, and which part of the request is to be changed. */
export class GalleryError extends ArgumentError {
  override name = 'GalleryError';
  readonly field: GalleryField;

  constructor(field: GalleryField, message: string) {
    super(message);
    this.field = field;
  }
}
