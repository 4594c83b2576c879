/** What must come out by mathematics alone, whatever any reference says. */
import { normals, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../engine/compile.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { clipWeights } from './clipping.ts';
import type { LayerSpec } from './layers/layer.ts';
import { computeCriticStep } from './losses-of-step.ts';
import { differentiate, minimise } from './minimise.ts';
import { createNetwork, type Network } from './networks/network.ts';
import { createOptimiser, type OptimiserSettings } from './optimisers/optimiser.ts';
import { createSystem } from './systems/create-system.ts';
import type { System } from './systems/system.ts';

beforeAll(startTestEngine);

const training = { training: true };
const draw = (counter: number) => ({ seed: 3, stream: 1, counter }) as const;
const scalar = (x: tf.Tensor) => x.dataSync()[0] as number;
const createCritic = (inputs: number, layers: LayerSpec[]) =>
  createNetwork({ inputShape: [inputs], layers }, { seed: 7, stream: 2 });
const linear: LayerSpec[] = [{ type: 'dense', units: 1, useBias: false, name: 'f' }];

const stepOf = (
  system: System,
  critic: Network,
  real: tf.Tensor,
  fake: tf.Tensor,
  mix = tf.zeros([real.shape[0] ?? 0, 1]),
) => computeCriticStep(system, (x) => critic.forward(x, training), { real, fake, mix });

/** Trains the critic alone. */
function trainCritic(
  system: System,
  critic: Network,
  settings: OptimiserSettings,
  updates: number,
  batch: (update: number) => [real: tf.Tensor, fake: tf.Tensor],
) {
  const weights = Object.values(critic.trainable);
  const optimiser = createOptimiser(weights, settings);
  const improve = compile((fresh, real: tf.Tensor, fake: tf.Tensor) => {
    const count = real.shape[0] as number;
    const mix = tf.reshape(
      fresh((update) => uniforms(draw(1e6 + update), count)),
      [count, 1],
    );
    const loss = () => stepOf(system, critic, real, fake, mix).losses.criticLoss;
    minimise(loss, weights, optimiser, fresh(optimiser.factorsOf));
    if (system.clipValue !== undefined) clipWeights(weights, system.clipValue);
    return {};
  });
  for (let update = 1; update <= updates; update++) tf.tidy(() => void improve(update, ...batch(update)));
  optimiser.dispose();
}

describe('bias law: two parallel lines at distance θ (1701.07875 ex. 1)', () => {
  const distance = 1.7;
  const heights = (counter: number, count: number) => uniforms(draw(counter), count);
  const line = (x: number, counter: number) => tf.tensor2d(Array.from(heights(counter, 64), (y) => [x, y]));
  const adam = { type: 'adam', learningRate: 4e-3, learningRateDecay: 0.02, beta1: 0.5, beta2: 0.9 } as const;

  // max over k of kθ − λ(k − 1)²: the penalty lets a critic be steeper than 1.
  test.each([
    ['wgan-gp', 10],
    ['wgan-gp', 2],
    ['wgan-lp', 10],
  ] as const)('%s with λ = %d estimates θ(1 + θ/2λ) within 3 %%', (name, lambda) => {
    const critic = createCritic(2, [
      { type: 'dense', units: 64 },
      { type: 'leakyRelu', alpha: 0.2 },
      { type: 'dense', units: 64 },
      { type: 'leakyRelu', alpha: 0.2 },
      { type: 'dense', units: 1 },
    ]);
    const system = createSystem(name, { lambda });
    trainCritic(system, critic, adam, 500, (update) => [line(distance, 2 * update), line(0, 2 * update + 1)]);
    const { losses, penalised } = stepOf(system, critic, line(distance, 1), line(0, 2), tf.fill([64, 1], 0.5));
    const slope = 1 + distance / (2 * lambda);
    expect(Math.abs(scalar(losses.criticEstimate as tf.Tensor) / (distance * slope) - 1)).toBeLessThan(0.03);
    expect(Math.abs(scalar(tf.mean(penalised?.norms as tf.Tensor)) / slope - 1)).toBeLessThan(0.03);
  });
});

test('a linear critic with clipping ends at c · sign(Δμ), and its estimate is c‖Δμ‖₁', () => {
  const critic = createCritic(4, linear);
  const system = createSystem('wgan-clip', { clip: 0.01 });
  const real = tf.tensor2d(normals(draw(1), 40), [10, 4]);
  const fake = tf.add(tf.tensor2d(normals(draw(2), 40), [10, 4]), tf.tensor1d([1, -1, 2, -0.5]));
  trainCritic(system, critic, { type: 'rmsprop', learningRate: 1e-3, rho: 0.9 }, 60, () => [
    tf.clone(real),
    tf.clone(fake),
  ]);
  const difference = tf.sub(tf.mean(real, 0), tf.mean(fake, 0));
  expect(Array.from(critic.weights['f/kernel']?.dataSync() ?? [])).toEqual(
    Array.from(difference.dataSync(), (d) => Math.fround(0.01 * Math.sign(d))),
  );
  const estimate = scalar(stepOf(system, critic, real, fake).losses.criticEstimate as tf.Tensor);
  expect(estimate).toBeCloseTo(0.01 * scalar(tf.sum(tf.abs(difference))), 6);
});

test('a 1-Lipschitz critic reaches the diameter of the image box, 2√784 = 56, and never more', () => {
  const critic = createCritic(784, [{ type: 'dense', units: 1, spectralNorm: true }]);
  const system = createSystem('wgan-clip', { clip: 1e6 });
  const [white, black] = [tf.ones([4, 784]), tf.fill([4, 784], -1)];
  const estimate = () => scalar(stepOf(system, critic, white, black).losses.criticEstimate as tf.Tensor);
  const estimates: number[] = [];
  for (let i = 0; i < 10; i++) {
    trainCritic(system, critic, { type: 'adam', learningRate: 0.05, beta1: 0, beta2: 0.9 }, 10, () => [
      tf.clone(white),
      tf.clone(black),
    ]);
    estimates.push(estimate());
  }
  expect(Math.max(...estimates)).toBeLessThan(56.001);
  expect(estimates.at(-1)).toBeGreaterThan(55.4);
});

describe('Dirac-GAN: f(x) = ψx, real at 0, generated at θ (1801.04406 §3)', () => {
  const h = 0.1;
  const sigma = (x: number) => 1 / (1 + Math.exp(-x));
  type Field = (psi: number, theta: number) => [psi: number, theta: number];
  /** Simultaneous descent by our losses, from ψ = θ = `start`. */
  function descend(system: System, steps: number, start = 0.3): [number, number][] {
    const critic = createCritic(1, linear);
    const generator = createCritic(1, linear);
    for (const network of [critic, generator]) network.weights['f/kernel']?.assign(tf.tensor2d([[start]]));
    const weights = [critic, generator].map((network) => Object.values(network.trainable));
    const optimisers = weights.map((own) => createOptimiser(own, { type: 'sgd', learningRate: h }));
    const path: [number, number][] = [];
    const descendOnce = compile((fresh) => {
      const fake = () => generator.forward(tf.ones([1, 1]), training).output;
      const losses = [
        () => stepOf(system, critic, tf.zeros([1, 1]), fake()).losses.criticLoss,
        () => system.loss.generator(critic.forward(fake(), training).output),
      ];
      const gradients = losses.map((loss, i) => differentiate(loss, weights[i] ?? []).gradients);
      for (const [i, { apply, factorsOf }] of optimisers.entries()) apply(gradients[i] ?? [], fresh(factorsOf));
      return {};
    });
    for (let step = 1; step <= steps; step++) {
      descendOnce(step);
      path.push(
        [critic, generator].map((network) => scalar(network.weights['f/kernel'] as tf.Tensor)) as [number, number],
      );
    }
    return path;
  }
  const simulate = (field: Field, steps: number): [number, number][] => {
    const path: [number, number][] = [[0.3, 0.3]];
    for (let step = 0; step < steps; step++) {
      const [psi, theta] = path.at(-1) as [number, number];
      const [dPsi, dTheta] = field(psi, theta);
      path.push([psi + h * dPsi, theta + h * dTheta]);
    }
    return path.slice(1);
  };
  const radius = ([psi, theta]: [number, number]) => Math.hypot(psi, theta);

  test.each<[string, System, Field]>([
    ['non-saturating', createSystem('gan-ns', {}), (p, t) => [-sigma(p * t) * t, sigma(-p * t) * p]],
    ['minimax', createSystem('gan-mm', {}), (p, t) => [-sigma(p * t) * t, sigma(p * t) * p]],
    ['R1, γ = 1', createSystem('r1', { gamma: 1 }), (p, t) => [-sigma(p * t) * t - p, sigma(-p * t) * p]],
    ['WGAN', createSystem('wgan-clip', { clip: 1 }), (p, t) => [-t, p]],
    [
      'WGAN-GP, λ = 0.1',
      createSystem('wgan-gp', { lambda: 0.1 }),
      (p, t) => [-t - 0.2 * (Math.abs(p) - 1) * Math.sign(p), p],
    ],
  ])('%s follows its equations within 1 %%', (_, system, field) => {
    const wanted = simulate(field, 150);
    for (const [i, point] of descend(system, 150).entries()) {
      const [psi, theta] = wanted[i] as [number, number];
      expect(Math.hypot(point[0] - psi, point[1] - theta)).toBeLessThan(0.01 * Math.max(radius([psi, theta]), 0.01));
    }
  });

  test('without a penalty it spirals out by √(1 + h²/4) a step, with R1 it comes to rest, WGAN-GP never does', () => {
    const ns = descend(createSystem('gan-ns', {}), 100, 0.01).map(radius);
    // Near the equilibrium, where σ is ½.
    expect((ns[99] as number) / (ns[0] as number) / (1 + h ** 2 / 4) ** (99 / 2)).toBeCloseTo(1, 3);
    expect(radius(descend(createSystem('r1', { gamma: 1 }), 400).at(-1) as [number, number])).toBeLessThan(1e-5);
    expect(radius(descend(createSystem('wgan-gp', { lambda: 0.1 }), 400).at(-1) as [number, number])).toBeGreaterThan(
      0.1,
    );
  });
});

describe('the best critic of known densities p and q', () => {
  const p = [0.5, 0.3, 0.2, 0];
  const q = [0.2, 0.2, 0.4, 0.2];
  /** Ten samples in the proportions of a density over four places, each a 1 among 0s: a linear critic is any function. */
  const samples = (density: number[]) =>
    tf.tensor2d(
      density.flatMap((share, place) =>
        Array.from({ length: Math.round(share * 10) }, () => [0, 1, 2, 3].map((i) => (i === place ? 1 : 0))),
      ),
    );
  const train = (system: System, places: number, learningRate: number) => {
    const critic = createCritic(4, linear);
    trainCritic(system, critic, { type: 'sgd', learningRate }, 800, () => [samples(p), samples(q)]);
    const loss = scalar(stepOf(system, critic, samples(p), samples(q)).losses.criticLoss);
    return { f: Array.from(critic.weights['f/kernel']?.dataSync() ?? []).slice(0, places), loss };
  };
  const each = (of: (p: number, q: number) => number, places: number) =>
    p.slice(0, places).map((share, i) => of(share, q[i] as number));

  test('cross-entropy: σ(f) = p/(p + q), and the loss is log 4 − 2 JS (1406.2661 prop. 1, thm 1)', () => {
    const { f, loss } = train(createSystem('gan-ns', {}), 3, 3);
    for (const [i, wanted] of each((a, b) => Math.log(a / b), 3).entries()) expect(f[i]).toBeCloseTo(wanted, 3);
    const js = [...p.entries()].reduce((sum, [i, a]) => {
      const b = q[i] as number;
      const m = (a + b) / 2;
      return sum + (a > 0 ? (a / 2) * Math.log(a / m) : 0) + (b / 2) * Math.log(b / m);
    }, 0);
    expect(loss).toBeCloseTo(Math.log(4) - 2 * js, 2);
  });

  test.each([
    ['0–1', { a: 0, b: 1, c: 1 }],
    ['Pearson', { a: -1, b: 1, c: 0 }],
  ])('least squares, %s coding: f = (bp + aq)/(p + q) (1611.04076 eq. 5)', (_, { a, b, c }) => {
    const { f } = train(createSystem('lsgan', { a, b, c }), 4, 1);
    for (const [i, wanted] of each((x, y) => (b * x + a * y) / (x + y), 4).entries()) {
      expect(f[i]).toBeCloseTo(wanted, 4);
    }
  });

  test('equal distributions: both losses of cross-entropy are ln 2', () => {
    const { loss } = createSystem('gan-ns', {});
    const undecided = tf.zeros([5, 1]);
    for (const half of [loss.real, loss.fake, loss.generator]) expect(scalar(half(undecided))).toBeCloseTo(Math.LN2, 6);
  });
});

test('a constant added to a Wasserstein critic changes neither estimate nor gradients', () => {
  const critic = createCritic(3, [
    { type: 'dense', units: 8 },
    { type: 'relu' },
    { type: 'dense', units: 1, name: 'f' },
  ]);
  const system = createSystem('wgan-gp', { lambda: 10 });
  const [real, fake] = [1, 2].map((i) => tf.tensor2d(normals(draw(i), 30), [10, 3])) as [tf.Tensor, tf.Tensor];
  const weights = Object.values(critic.trainable);
  const measure = () => {
    const losses = () => stepOf(system, critic, real, fake, tf.fill([10, 1], 0.3)).losses;
    const { gradients } = differentiate(() => losses().criticLoss, weights);
    return [scalar(losses().criticEstimate as tf.Tensor), ...gradients.flatMap((g) => Array.from(g.dataSync()))];
  };
  const before = measure();
  critic.weights['f/bias']?.assign(tf.tensor1d([100]));
  for (const [i, value] of measure().entries()) expect(value).toBeCloseTo(before[i] as number, 4);
});

test('without batch normalisation the loss does not depend on the order of the samples', () => {
  const critic = createCritic(3, [
    { type: 'dense', units: 8 },
    { type: 'layerNorm' },
    { type: 'tanh' },
    { type: 'dense', units: 1 },
  ]);
  const system = createSystem('wgan-gp', { lambda: 10 });
  const [real, fake] = [1, 2].map((i) => tf.tensor2d(normals(draw(i), 30), [10, 3])) as [tf.Tensor, tf.Tensor];
  const mix = tf.tensor2d(uniforms(draw(3), 10), [10, 1]);
  const loss = (turn: (x: tf.Tensor) => tf.Tensor) =>
    scalar(stepOf(system, critic, turn(real), turn(fake), turn(mix)).losses.criticLoss);
  expect(loss((x) => tf.reverse(x, 0))).toBeCloseTo(
    loss((x) => x),
    5,
  );
});

test('spectral normalisation divides by the largest singular value', () => {
  const network = createCritic(3, [{ type: 'dense', units: 3, useBias: false, spectralNorm: true, name: 'f' }]);
  // Singular values 5, 2, 1: a rotation between two diagonal matrices keeps them.
  network.weights['f/kernel']?.assign(
    tf.tensor2d([
      [3, -4, 0],
      [1.6, 1.2, 0],
      [0, 0, 1],
    ]),
  );
  for (let i = 0; i < 30; i++) tf.tidy(() => void network.forward(tf.eye(3), training));
  const normalised = tf.tidy(() => network.forward(tf.eye(3), { training: false }).output);
  expect(Array.from(normalised.dataSync(), (value) => Math.round(value * 1e4) / 1e4)).toEqual([
    0.6, -0.8, 0, 0.32, 0.24, 0, 0, 0, 0.2,
  ]);
});
