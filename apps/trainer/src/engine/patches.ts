import type { backend_util } from '@tensorflow/tfjs-core';

type ConvolutionInfo = backend_util.Conv2DInfo;

/**
 * The windows that a convolution sees, one a row: x [batch, height, width, in] →
 * [batch · outHeight · outWidth, kernelHeight · kernelWidth · in]. Outside the image there are zeros.
 */
export function extractPatches(x: Float32Array, info: ConvolutionInfo): Float32Array {
  const rowLength = info.filterHeight * info.filterWidth * info.inChannels;
  const patches = new Float32Array(info.batchSize * info.outHeight * info.outWidth * rowLength);
  eachRun(info, (image, patch, length) => {
    // A view costs as much as copying some thirty numbers by hand.
    if (length > 32) patches.set(x.subarray(image, image + length), patch);
    else for (let i = 0; i < length; i++) patches[patch + i] = x[image + i] as number;
  });
  return patches;
}

/** The adjoint of `extractPatches`: adds every window back to where it came from, [batch, height, width, in]. */
export function addPatches(patches: Float32Array, info: ConvolutionInfo): Float32Array {
  const x = new Float32Array(info.batchSize * info.inHeight * info.inWidth * info.inChannels);
  eachRun(info, (image, patch, length) => {
    for (let i = 0; i < length; i++) x[image + i] = (x[image + i] as number) + (patches[patch + i] as number);
  });
  return x;
}

/** Calls `use` for each stretch of a window's row that lies inside the image: in NHWC it is one run in both arrays. */
function eachRun(info: ConvolutionInfo, use: (image: number, patch: number, length: number) => void): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  let patch = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let outY = 0; outY < outHeight; outY++) {
      for (let outX = 0; outX < outWidth; outX++) {
        const left = outX * info.strideWidth - padInfo.left;
        const from = Math.max(0, left);
        const to = Math.min(inWidth, left + filterWidth);
        for (let i = 0; i < filterHeight; i++, patch += filterWidth * inChannels) {
          const y = outY * info.strideHeight - padInfo.top + i;
          if (y < 0 || y >= inHeight || to <= from) continue;
          const start = ((image * inHeight + y) * inWidth + from) * inChannels;
          use(start, patch + (from - left) * inChannels, (to - from) * inChannels);
        }
      }
    }
  }
}
