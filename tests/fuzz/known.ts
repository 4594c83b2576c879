import { presets, runConfigKeys } from '@duality/shared';
import type { Known } from './generate/from-schema.ts';

const ids = [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 20, 40, 99];
const filters = [
  'status == "completed"',
  'last(criticEstimate) < 3',
  'ring',
  'lr > 1e-5 and not archived',
  '"a" in tags or steps in [1, 2]',
  '(',
  'createdAt > "2026-11-20"',
];
const values = ['last(criticEstimate)', 'min(criticLoss)', 'steps', 'name', 'lr', 'tags', 'config.seed', 'at('];

/** What the fields of requests mean in the seeded store; without it hardly a request would get beyond "there is no run". */
export const known: Known = {
  runId: ids,
  runIds: ids,
  ids,
  id: ids,
  sweepId: [1, 2, 3, 4, 99],
  trialId: [1, 2, 3, 6, 7, 10, 99],
  preset: presets.map(({ name }) => name),
  name: ['default', 'criticEstimate', 'criticLoss', 'eval.fid', 'a name', 'Long run'],
  experiment: ['default', 'a name', 'another'],
  to: ['default', 'another', 5, 100],
  tag: ['a', 'b'],
  tags: ['a', 'b', 'c'],
  filter: filters,
  by: values,
  group: values,
  values,
  metric: ['eval.highQuality', 'eval.criticEstimate', 'criticLoss', 'nosuch'],
  parameter: runConfigKeys,
  key: [...runConfigKeys, 'preset', 'nosuch', '__proto__', 'constructor'],
  step: [1, 5, 100, 200],
  steps: [1, 5, 100, 200, 2 ** 40],
  at: [1, 100, 200],
  tiles: [0, 1, 5, 10_000],
  width: [1, 40, 1000, 10_000],
  limit: [1, 50, 1000],
  offset: [0, 1, 2 ** 50],
  lastEventId: ['0', '1', '100', '999999999999999', 'x', null],
  before: [1, 2, 100],
};
