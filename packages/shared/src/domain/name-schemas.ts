import { z } from 'zod';
import { datasetNames } from './dataset.ts';
import { nonFiniteKinds } from './metric.ts';
import { systemNames } from './system.ts';

// Apart from what they name, so that a page can show names without loading what checks them.

export const SystemName = z.enum(systemNames);
export type SystemName = z.infer<typeof SystemName>;

export const DatasetName = z.enum(datasetNames);
export type DatasetName = z.infer<typeof DatasetName>;

export const NonFinite = z.enum(nonFiniteKinds);
export type NonFinite = z.infer<typeof NonFinite>;
