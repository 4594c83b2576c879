export * from './importance.ts';
export * from './parameter.ts';
export * from './random-forest.ts';
export * from './rank-correlation.ts';
export * from './response-surface.ts';
export * from './space.ts';
