import { createFrameDrawing } from './draw-frame.ts';
import { drawBand } from './draw-sheet.ts';
import { layOutFrame } from './frame-layout.ts';
import { encodeGif, type Frame } from './gif.ts';
import { encodeHtml } from './html/html.ts';
import { refuseLarge, refuseManyFiles } from './limits.ts';
import type { Picture } from './picture.ts';
import { type GalleryPlan, gridAt } from './plan.ts';
import { encodePng } from './png-file.ts';
import type { ReadPng } from './sample-reader.ts';
import { layOutSheet } from './sheet-layout.ts';
import { encodeWebp } from './webp.ts';
import type { Patch } from './write-file.ts';
import { encodeZip } from './zip.ts';

/** A gallery that can be made: what it will be, and how its bytes come about. */
export interface PreparedGallery {
  /** Frames, steps or pictures, and of what size in pixels where it has one. */
  size: { count: number; noun: 'frame' | 'step' | 'picture'; width: number | null; height: number | null };
  /** How often `advance` will be called. */
  total: number;
  encode: (read: ReadPng, advance: () => void) => AsyncGenerator<Uint8Array, Patch[] | undefined>;
}

/** The last frame stays longer than the others, and at least so long. */
const lastFrameMs = 1500;

/** Throws a GalleryError for what is too large to be made. */
export function prepareGallery(plan: GalleryPlan): PreparedGallery {
  if (plan.format === 'gif' || plan.format === 'webp') return prepareAnimation(plan, plan.format);
  if (plan.format === 'png') return prepareSheet(plan);
  const cells = plan.runs.length * plan.steps.length;
  if (plan.format === 'html') {
    const size = { count: plan.steps.length, noun: 'step' as const, width: null, height: null };
    return { size, total: cells, encode: (read, advance) => encodeHtml(plan, read, advance) };
  }
  refuseManyFiles(plan);
  const count = plan.runs.reduce(
    (sum, planned) => sum + plan.steps.filter((step) => gridAt(planned, step)).length * (planned.tiles?.length ?? 1),
    0,
  );
  const size = { count, noun: 'picture' as const, width: null, height: null };
  return { size, total: cells, encode: (read, advance) => encodeZip(plan, read, advance) };
}

function prepareAnimation(plan: GalleryPlan, format: 'gif' | 'webp'): PreparedGallery {
  const layout = layOutFrame(plan);
  const { width, height } = layout;
  refuseLarge(format === 'gif' ? 'GIF' : 'WebP', layout);
  const { steps, options } = plan;
  return {
    size: { count: steps.length, noun: 'frame', width, height },
    total: steps.length,
    encode: (read, advance) => {
      const draw = createFrameDrawing(layout, read);
      const frames = async function* (): AsyncGenerator<Frame> {
        for (const [i, step] of steps.entries()) {
          const isLast = i === steps.length - 1;
          const delayMs = isLast ? Math.max(options.delayMs, lastFrameMs) : options.delayMs;
          yield { picture: await draw(step, (i + 1) / steps.length), delayMs };
          advance();
        }
      };
      if (format === 'gif') return encodeGif(width, height, frames());
      return encodeWebp(width, height, frames());
    },
  };
}

function prepareSheet(plan: GalleryPlan): PreparedGallery {
  const layout = layOutSheet(plan);
  refuseLarge('contact sheet', layout);
  const { width, height, bands } = layout;
  return {
    size: { count: 1, noun: 'picture', width, height },
    total: bands.length,
    encode: (read, advance) => {
      const drawn = async function* (): AsyncGenerator<Picture> {
        for (const band of bands) {
          yield await drawBand(layout, band, read);
          advance();
        }
      };
      return encodePng(width, height, drawn());
    },
  };
}
