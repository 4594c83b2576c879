import { GalleryError } from '../../domain/gallery.ts';
import type { FrameLayout } from './frame-layout.ts';
import type { GalleryPlan } from './plan.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { zipFilesAtMost } from './zip.ts';

/** Of one frame, all of which is in memory while it is drawn and encoded. */
const frameAtMost = { gif: { side: 65_535, pixels: 40e6 }, webp: { side: 16_383, pixels: 40e6 } };
/** Of a contact sheet, which is in memory a band at a time; most programs that open it hold all of it. */
const sheetAtMost = { side: 65_535, pixels: 400e6 };

/** Throws a GalleryError for a picture that its format, or a computer, could not hold. */
export function refuseLarge(
  kind: 'GIF' | 'WebP' | 'contact sheet',
  { width, height }: Pick<FrameLayout | SheetLayout, 'width' | 'height'>,
): void {
  const { side, pixels } = kind === 'GIF' ? frameAtMost.gif : kind === 'WebP' ? frameAtMost.webp : sheetAtMost;
  const remedy =
    kind === 'contact sheet'
      ? 'fewer runs, steps or tiles, or a smaller scale'
      : 'fewer runs or tiles, or a smaller scale';
  const size = `${say(width)} × ${say(height)} pixels`;
  if (Math.max(width, height) > side) {
    throw new GalleryError('scale', `it would be ${size}, and a ${kind} may be ${say(side)} a side; choose ${remedy}`);
  }
  if (width * height > pixels) {
    throw new GalleryError(
      'scale',
      `it would be ${size}, more than the ${say(pixels / 1e6)} megapixels that are drawn at most; choose ${remedy}`,
    );
  }
}

export function refuseManyFiles({ runs, steps }: GalleryPlan): void {
  const chosen = new Set(steps);
  const count = runs.reduce(
    (sum, { grids, tiles }) => sum + grids.filter(({ step }) => chosen.has(step)).length * (tiles?.length ?? 1),
    0,
  );
  if (count <= zipFilesAtMost) return;
  throw new GalleryError(
    'steps',
    `these are ${say(count)} pictures, and an archive may have ${say(zipFilesAtMost)}; choose fewer steps or tiles`,
  );
}

const say = (value: number) => value.toLocaleString('en');
