export { type GalleryPlan, storedSteps } from './plan.ts';
export { prepareGallery } from './prepare.ts';
export { previewGallery } from './preview.ts';
export { listShownRuns, planFromStore, readFrom, writeGallery } from './write-gallery.ts';
