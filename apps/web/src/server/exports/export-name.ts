import type { GalleryFormat } from '@duality/shared';

export const mediaTypes: Record<GalleryFormat, string> = {
  html: 'text/html; charset=utf-8',
  gif: 'image/gif',
  webp: 'image/webp',
  png: 'image/png',
  zip: 'application/zip',
};

/** `duality-gallery-run-3.gif`, `duality-gallery-runs-1-4-9.zip`, `duality-gallery-12-runs.html`. */
export function nameExport(runIds: readonly number[], format: GalleryFormat): string {
  const runs =
    runIds.length === 1
      ? `run-${runIds[0]}`
      : runIds.length <= 5
        ? `runs-${runIds.join('-')}`
        : `${runIds.length}-runs`;
  return `duality-gallery-${runs}.${format}`;
}
