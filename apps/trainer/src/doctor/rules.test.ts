import {
  type AlertRuleName,
  alertRuleNames,
  configure,
  findCloneProblems,
  getPreset,
  presets,
  type Run,
} from '@duality/shared';
import { expect, test } from 'vitest';
import { createDoctor, type Seen } from './doctor.ts';
import type { Values } from './rule.ts';
import { rules } from './rules.ts';

/** What images themselves score. */
const floors = { 'eval.msSsim': 0.15, 'eval.precision': 0.8, 'eval.recall': 0.95 };

const image = { sampleShape: [28, 28, 1] };

/** The rules that ever held, with the steps at which they began. */
function diagnose(preset: string, changes: Record<string, unknown>, seen: Iterable<Seen>) {
  const config = configure(getPreset(preset), changes);
  const doctor = createDoctor(config, image);
  const begun = [{ step: 0, values: {} }, ...seen].flatMap((one) => doctor.observe(one, floors));
  return Object.fromEntries(begun.filter(({ message }) => message !== null).map(({ rule, step }) => [rule, step]));
}

/** Steps 1 … count, with what `at` says of each. */
const steps = (count: number, at: (step: number) => Values): Seen[] =>
  Array.from({ length: count }, (_, i) => ({ step: i + 1, values: at(i + 1) }));
/** The same values as evaluations every 50 steps. */
const evaluations = (values: Record<string, readonly number[]>): Seen[] =>
  (Object.values(values)[0] ?? []).map((_, i) => ({
    step: 50 * (i + 1),
    values: Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all[i] as number])),
  }));
const constant = (value: number, count = 6) => Array<number>(count).fill(value);
/** ±1 by turns, so that nothing stands still. */
const turn = (step: number) => 2 * (step % 2) - 1;

test('what the config alone says is said at step 0, of every document that printed it', () => {
  const ofConfig = (preset: string, changes: Record<string, unknown> = {}) => diagnose(preset, changes, []);
  const asPrinted = { asPrinted: true };
  expect(ofConfig('raschka-wgan-gp', asPrinted)).toEqual({
    'batch-norm-in-penalised-critic': 0,
    'penalty-in-inference-mode': 0,
  });
  expect(ofConfig('gdl-wgan', asPrinted)).toEqual({ 'clipped-statistics': 0 });
  expect(ofConfig('atienza-wgan', asPrinted)).toEqual({ 'shared-optimiser': 0 });
  expect(ofConfig('basic-gan', asPrinted)).toEqual({});
  for (const { name } of presets) expect(ofConfig(name), name).toEqual({});
});

test('the log of seed 002 is above the diameter of its box in just the epochs whose estimate is', () => {
  // Ŵ = −(D-real + D-fake) of epochs 1, 2, 5, 10, 50 and 100, as its log prints them (gan-systems: raschka-wgan-gp).
  const printed = [391.18, 214.1, 32.35, 44.94, 75.92, 1760.28];
  const held = printed.map((criticEstimate) => {
    const found = diagnose(
      'raschka-wgan-gp',
      {},
      steps(468, () => ({ criticEstimate })),
    );
    return 'estimate-above-bound' in found;
  });
  expect(held).toEqual([true, true, false, false, true, true]);

  const config = configure(getPreset('raschka-wgan-gp'), {});
  const doctor = createDoctor(config, image);
  const log = steps(6 * 468, (step) => ({ criticEstimate: printed[Math.floor((step - 1) / 468)] as number }));
  const changes = log
    .flatMap((seen) => doctor.observe(seen))
    .map(({ rule, step, message }) => [rule, step, message !== null]);
  // 51 of 101 steps turn the median; an alert ends when it has not held for 101 steps.
  expect(changes).toEqual([
    ['estimate-above-bound', 101, true],
    ['estimate-above-bound', 2 * 468 + 51 + 100, false],
    ['estimate-above-bound', 4 * 468 + 51, true],
  ]);
});

type Planted = [rule: AlertRuleName, preset: string, changes: Record<string, unknown>, sick: Seen[], well: Seen[]];

const planted: Planted[] = [
  [
    'numbers-running-away',
    'wgan-gp-mnist',
    {},
    steps(60, (step) => ({ criticLoss: -(2 ** Math.max(0, step - 20)) })),
    steps(600, (step) => ({ criticLoss: -5000 * 1.005 ** step })), // large, and not by orders of magnitude
  ],
  [
    'estimate-above-transport',
    'wgan-gp-ring',
    {},
    evaluations({ 'eval.criticEstimate': constant(4), 'eval.w1': constant(0.3) }),
    evaluations({ 'eval.criticEstimate': constant(0.6), 'eval.w1': constant(0.3) }),
  ],
  [
    'slope-far-from-one',
    'wgan-gp-mnist',
    {},
    steps(160, () => ({ gradientNorm: 5, criticEstimate: 10 })),
    // θ = 12, λ = 10: k = 1.6 and Ŵ = 19.2 (1704.00028 eq. 3, parallel lines).
    steps(160, () => ({ gradientNorm: 1.6, criticEstimate: 19.2 })),
  ],
  [
    'slope-far-from-one',
    'dragan-mnist',
    {},
    steps(160, () => ({ gradientNorm: 0.1, criticEstimate: 1 })),
    steps(160, () => ({ gradientNorm: 0.7, criticEstimate: 1 })),
  ],
  [
    'weights-at-clip-bound',
    'wgan-mnist',
    {},
    steps(210, () => ({ clipFraction: 0.82, criticEstimate: 1e-6 })),
    steps(210, () => ({ clipFraction: 0.87, criticEstimate: 0.7 })),
  ],
  [
    'frozen-loss',
    'hinge-mnist',
    {},
    steps(220, (step) =>
      step < 20 ? { criticLoss: turn(step), generatorLoss: turn(step) } : { criticLoss: 0, generatorLoss: 3 },
    ),
    steps(220, (step) => ({ criticLoss: 0, generatorLoss: 3 + 1e-3 * turn(step) })),
  ],
  [
    'loss-at-chance',
    'dcgan-mnist',
    {},
    steps(1000, (step) => ({ criticLoss: 2 * Math.LN2, criticEstimate: 1e-3 * turn(step), generatorLoss: step })),
    // Samples as good as the data: no difference on average, but single batches differ.
    steps(3000, (step) => ({ criticLoss: 2 * Math.LN2, criticEstimate: 0.05 * turn(step >> 3), generatorLoss: step })),
  ],
  [
    'critic-won',
    'dcgan-mnist',
    {},
    steps(210, (step) => ({ criticLoss: 0.004, criticEstimate: 12, generatorLoss: step })),
    steps(210, (step) => ({ criticLoss: 0.1, criticEstimate: 7.2, generatorLoss: step })),
  ],
  [
    'mode-collapse',
    'gan-ring',
    {},
    evaluations({ 'eval.modes': constant(6), 'eval.highQuality': constant(0.9) }),
    evaluations({ 'eval.modes': [2, 4, 6, 7, 8, 8], 'eval.highQuality': [0, 0.1, 0.3, 0.6, 0.7, 0.8] }),
  ],
  [
    'mode-collapse',
    'wgan-gp-grid',
    {},
    evaluations({ 'eval.modes': [15, 14, 17, 15, 14, 13, 14], 'eval.highQuality': constant(0.1, 7) }),
    evaluations({ 'eval.modes': [14, 15, 15, 16, 17, 18, 20], 'eval.highQuality': constant(0.1, 7) }),
  ],
  [
    'mode-collapse',
    'dcgan-mnist',
    {},
    ofImages({ recall: constant(0.01, 8), precision: constant(0.9, 8), msSsim: constant(0.2, 8) }),
    ofImages({
      recall: [0, 0, 0.01, 0.02, 0.09, 0.15, 0.24, 0.3],
      precision: [0.1, 0.67, 0.8, 0.86, 0.88, 0.9, 0.89, 0.88],
      msSsim: [0.7, 0.5, 0.3, 0.2, 0.18, 0.17, 0.17, 0.17],
    }),
  ],
  [
    'mode-collapse',
    'dcgan-mnist',
    {},
    ofImages({ recall: constant(0, 8), precision: constant(0, 8), msSsim: constant(0.7, 8) }),
    ofImages({ recall: constant(0, 8), precision: constant(0, 8), msSsim: [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4] }),
  ],
  [
    'memorisation',
    'wgan-gp-mnist',
    { evaluateEvery: 50 },
    withTraining((step) => 5 + 0.1 * turn(step), constant(1)),
    withTraining((step) => 5 + 0.1 * turn(step), constant(3.3)),
  ],
  [
    'memorisation',
    'wgan-gp-mnist',
    {},
    evaluations({ 'eval.nearest': constant(0.2), 'eval.criticEstimate': constant(5) }),
    evaluations({ 'eval.nearest': constant(0.8), 'eval.criticEstimate': constant(5) }),
  ],
  [
    'too-narrow-samples',
    'gan-ring',
    {},
    evaluations({ 'eval.highQuality': constant(0.999), 'eval.modes': constant(8) }),
    evaluations({ 'eval.highQuality': constant(0.9945), 'eval.modes': constant(8) }),
  ],
  [
    'impossible-measure',
    'gan-ring',
    {},
    evaluations({ 'eval.klModes': constant(1e-6) }),
    evaluations({ 'eval.klModes': constant(5e-4) }),
  ],
];

function ofImages(values: Record<string, readonly number[]>): Seen[] {
  const named = Object.fromEntries(Object.entries(values).map(([name, all]) => [`eval.${name}`, all]));
  return evaluations(named).map((seen) => ({ ...seen, step: 950 + seen.step }));
}

/** Steps with a critic estimate, and evaluations of it every 50 of them. */
function withTraining(estimate: (step: number) => number, heldOut: readonly number[]): Seen[] {
  const training = steps(50 * heldOut.length, (step) => ({ criticEstimate: estimate(step) }));
  const measured = evaluations({ 'eval.criticEstimate': heldOut });
  return training.flatMap((seen) => [seen, ...measured.filter(({ step }) => step === seen.step)]);
}

test.each(planted)('%s is seen on %s where it is planted, and alone', (rule, preset, changes, sick, well) => {
  expect(Object.keys(diagnose(preset, changes, sick))).toEqual([rule]);
  expect(diagnose(preset, changes, well)).toEqual({});
});

test('every rule is tried from both sides', () => {
  const tried = new Set<string>([...planted.map(([rule]) => rule), 'estimate-above-bound']);
  const ofConfig = [
    'batch-norm-in-penalised-critic',
    'penalty-in-inference-mode',
    'clipped-statistics',
    'shared-optimiser',
  ];
  expect(alertRuleNames.filter((rule) => !tried.has(rule) && !ofConfig.includes(rule))).toEqual([]);
});

test('single spikes, and values that are no finite numbers, raise nothing', () => {
  const wild = [1e9, Number.NaN, -1e9, Number.POSITIVE_INFINITY];
  const names = [
    'criticLoss',
    'criticEstimate',
    'gradientNorm',
    'clipFraction',
    'eval.w1',
    'eval.klModes',
    'eval.modes',
  ];
  for (const preset of ['wgan-gp-mnist', 'wgan-gp-ring', 'wgan-ring', 'dcgan-mnist', 'gan-ring']) {
    const seen = steps(1200, (step) => {
      const calm = {
        criticLoss: 1.3,
        criticEstimate: 1,
        gradientNorm: 1,
        clipFraction: 0.4,
        generatorLoss: turn(step),
      };
      return step % 40 === 0
        ? { ...calm, ...Object.fromEntries(names.map((name) => [name, wild[(step / 40) % 4] as number])) }
        : calm;
    });
    expect(diagnose(preset, {}, seen), preset).toEqual({});
  }
});

test('what a rule would change, a fork may change', () => {
  for (const { name } of presets) {
    const config = configure(getPreset(name), {});
    for (const rule of alertRuleNames) {
      const edits = rules[rule].edits(config);
      expect(findCloneProblems({ id: 1, config } as Run, 1, edits), `${rule} of ${name}`).toEqual([]);
      const isSame = Object.entries(edits).every(([key, value]) => config[key as keyof typeof config] === value);
      if (Object.keys(edits).length > 0) expect(isSame, `${rule} of ${name} changes nothing`).toBe(false);
    }
  }
});
