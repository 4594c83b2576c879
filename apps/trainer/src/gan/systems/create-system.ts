import type { RunConfig, SystemName } from '@duality/shared';
import { acgan } from './acgan.ts';
import { dragan } from './dragan.ts';
import { ganMm } from './gan-mm.ts';
import { ganNs } from './gan-ns.ts';
import { hinge } from './hinge.ts';
import { lsgan } from './lsgan.ts';
import { r1 } from './r1.ts';
import type { CreateSystem, System, SystemSettings } from './system.ts';
import { wganClip } from './wgan-clip.ts';
import { wganDiv } from './wgan-div.ts';
import { wganGp } from './wgan-gp.ts';
import { wganLp } from './wgan-lp.ts';

const systems: Record<SystemName, CreateSystem> = {
  'gan-ns': ganNs,
  'gan-mm': ganMm,
  lsgan,
  hinge,
  'wgan-clip': wganClip,
  'wgan-gp': wganGp,
  'wgan-lp': wganLp,
  dragan,
  r1,
  acgan,
  'wgan-div': wganDiv,
};

export const createSystem = (name: SystemName, settings: SystemSettings): System => systems[name](settings);

const codings = { '0-1': { a: 0, b: 1, c: 1 }, pearson: { a: -1, b: 1, c: 0 } };

export const settingsOf = (config: RunConfig): SystemSettings => ({
  lambda: config.gradientPenaltyWeight,
  gamma: config.gradientPenaltyWeight,
  clip: config.clipValue,
  ...codings[config.leastSquaresCoding],
});
