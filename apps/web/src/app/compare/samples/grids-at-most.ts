/** More grids than this side by side are too small to be looked at. */
export const gridsAtMost = 16;
