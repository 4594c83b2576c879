import { createFrameDrawing } from './draw-frame.ts';
import { drawBand } from './draw-sheet.ts';
import { layOutFrame } from './frame-layout.ts';
import { createPicture, type Picture, paste } from './picture.ts';
import type { GalleryPlan } from './plan.ts';
import { encodePicture, type ReadPng } from './sample-reader.ts';
import { layOutSheet } from './sheet-layout.ts';

const widest = 1000;
const tallest = 1400;

/** What it will look like, as a small PNG: the frame of the last step, or the upper part of a contact sheet. */
export async function previewGallery(plan: GalleryPlan, read: ReadPng): Promise<Buffer> {
  const picture = plan.format === 'png' ? await drawTop(plan, read) : await drawLast(plan, read);
  const image = encodePicture(picture);
  const { width, height } = picture;
  const isLarge = width > widest || height > tallest;
  return (isLarge ? image.resize({ width: widest, height: tallest, fit: 'inside' }) : image).png().toBuffer();
}

const drawLast = (plan: GalleryPlan, read: ReadPng): Promise<Picture> =>
  createFrameDrawing(layOutFrame(plan), read)(plan.steps.at(-1) ?? 0, 1);

async function drawTop(plan: GalleryPlan, read: ReadPng): Promise<Picture> {
  const layout = layOutSheet(plan);
  const bands: Picture[] = [];
  let height = 0;
  for (const band of layout.bands) {
    if (height > 0 && height + band.height > tallest && bands.length > 1) break;
    bands.push(await drawBand(layout, band, read));
    height += band.height;
  }
  const top = createPicture(layout.width, height);
  let y = 0;
  for (const band of bands) {
    paste(top, band, 0, y);
    y += band.height;
  }
  return top;
}
