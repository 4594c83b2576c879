import { type AlertRuleName, alertRuleNames, configure, getPreset, randomStream, uniforms } from '@duality/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, createDoctor, type Seen } from './doctor.ts';
import { rememberedSteps } from './remembered.ts';
import { rules } from './rules.ts';

const facts = { sampleShape: [28, 28, 1] };
const config = configure(getPreset('wgan-gp-mnist'), { evaluateEvery: 50 });

/** A run that is well and ill by turns, with its evaluations some steps late. */
function aRun(seed: number, count: number, late: number): Seen[] {
  const draws = uniforms({ seed, stream: randomStream.search, counter: 0 }, count);
  const all: { at: number; seen: Seen }[] = [];
  for (let step = 1; step <= count; step++) {
    const isIll = Math.floor(step / (120 + 60 * (seed % 4))) % 2 === 1;
    const noise = draws[step - 1] as number;
    const values = {
      criticEstimate: (isIll ? 60 : 10) + noise,
      gradientNorm: isIll ? 9 : 1.3,
      criticLoss: noise,
      generatorLoss: noise,
    };
    all.push({ at: step, seen: { step, values } });
    if (step % config.evaluateEvery > 0) continue;
    all.push({ at: step + late + 0.5, seen: { step, values: { 'eval.criticEstimate': isIll ? 1 : 9 } } });
  }
  return all.sort((a, b) => a.at - b.at).map(({ seen }) => seen);
}

/** What is told, by step: an alert of an evaluation comes late, but under its own step. */
const sorted = (changes: Change[]) =>
  changes.sort((a, b) => a.step - b.step || alertRuleNames.indexOf(a.rule) - alertRuleNames.indexOf(b.rule));

const follow = (seen: readonly Seen[]) => {
  const doctor = createDoctor(config, facts);
  return sorted(seen.flatMap((one) => doctor.observe(one)));
};

test('alerts begin and end with what they are about', () => {
  const told = follow(aRun(1, 1500, 0));
  const rulesTold = new Set(told.map(({ rule }) => rule));
  expect(rulesTold).toEqual(new Set<AlertRuleName>(['estimate-above-bound', 'slope-far-from-one', 'memorisation']));
  for (const rule of rulesTold) {
    const kinds = told.filter((change) => change.rule === rule).map(({ message }) => message !== null);
    expect(kinds).toEqual(kinds.map((_, i) => i % 2 === 0));
    expect(kinds.length).toBeGreaterThan(1);
  }
});

test('it does not matter how late evaluations come', () => {
  expect(follow(aRun(1, 1500, 130))).toEqual(follow(aRun(1, 1500, 0)));
});

test('a run that is gone on with anywhere has the alerts of one that never stopped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2400 }), (seed, last) => {
      const whole = aRun(seed, 2500, 0);
      const told = follow(whole);
      const holding = new Set<AlertRuleName>();
      for (const { rule, step, message } of told.filter((change) => change.step <= last)) {
        if (message === null) holding.delete(rule);
        else if (step <= last) holding.add(rule);
      }
      const doctor = createDoctor(config, facts);
      const known = whole.filter(({ step }) => step <= last && step > last - rememberedSteps);
      expect(doctor.recall(known, holding)).toEqual([]);
      const rest = whole.filter(({ step }) => step > last).flatMap((one) => doctor.observe(one));
      expect(sorted(rest)).toEqual(told.filter(({ step }) => step > last));
    }),
    { numRuns: 20, seed: 1 },
  );
});

test('an alert that a killed process did not come to record is told when the run goes on', () => {
  const seen = aRun(1, 400, 0);
  const [first] = follow(seen);
  const known = seen.filter(({ step }) => step <= (first?.step ?? 0));
  expect(createDoctor(config, facts).recall(known, new Set())).toEqual([first]);
});

test('no rule is patient beyond what is remembered', () => {
  for (const rule of alertRuleNames) {
    const { begin, end } = rules[rule].patience;
    expect(Math.max(begin, end) + 200, rule).toBeLessThanOrEqual(rememberedSteps);
  }
});
