export interface ImageSet {
  count: number;
  height: number;
  width: number;
  channels: number;
  /** 0 … 255, NHWC. */
  pixels: Uint8Array;
}

export interface Dataset {
  train: ImageSet;
  test: ImageSet;
}
