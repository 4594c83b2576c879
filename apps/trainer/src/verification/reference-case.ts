import { ExplainedError, SystemName } from '@duality/shared';
import { z } from 'zod';
import { layerTypes } from '../gan/layers/create-layer.ts';
import type { LayerSpec } from '../gan/layers/layer.ts';

/** Row-major, the last axis fastest. */
const TensorData = z.object({ shape: z.array(z.int()), data: z.array(z.number()) });
export type TensorData = z.infer<typeof TensorData>;
const Tensors = z.record(z.string(), TensorData);
export type Tensors = z.infer<typeof Tensors>;

const Layer = z.looseObject({ type: z.enum(layerTypes as [string, ...string[]]), name: z.string() });
const Layers = z.array(Layer) as unknown as z.ZodType<LayerSpec[]>;
const Network = z.object({
  inputShape: z.array(z.int()),
  layers: Layers,
  heads: z.object({ score: Layers, class: Layers }).optional(),
});
const Pair = <T extends z.ZodType>(of: T) => z.object({ critic: of, generator: of });

const Optimiser = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sgd'), learningRate: z.number() }),
  z.object({
    type: z.literal('rmsprop'),
    learningRate: z.number(),
    rho: z.number(),
    epsilon: z.number(),
    momentum: z.literal(0).optional(),
    centered: z.literal(false).optional(),
  }),
  z.object({
    type: z.literal('adam'),
    learningRate: z.number(),
    beta1: z.number(),
    beta2: z.number(),
    epsilon: z.number(),
    epsilonForm: z.enum(['paper', 'keras']),
  }),
]);

const Hyper = z.object({
  lambda: z.number().optional(),
  target: z.number().optional(),
  gamma: z.number().optional(),
  penalty: z.enum(['two-sided', 'one-sided', 'dragan', 'r1']).optional(),
  draganScale: z.number().optional(),
  a: z.number().optional(),
  b: z.number().optional(),
  c: z.number().optional(),
  clip: z.number().optional(),
  classes: z.int().optional(),
  baseLoss: SystemName.optional(),
  generatorLoss: z.literal('feature-matching').optional(),
  featureLayer: z.string().optional(),
  iterations: z.int().optional(),
  criticSteps: z.int().optional(),
  emaDecay: z.number().optional(),
});
export type Hyper = z.infer<typeof Hyper>;

const Batch = z.object({
  real: TensorData.optional(),
  z: TensorData,
  alpha: TensorData.optional(),
  perturbation: TensorData.optional(),
  realLabels: TensorData.optional(),
  fakeLabels: TensorData.optional(),
});
export type Batch = z.infer<typeof Batch>;

const Losses = z.record(z.string(), z.number());
const Part = z.object({
  losses: Losses,
  gradients: Tensors,
  weightsAfterStep: Tensors,
  weightsAfterClip: Tensors.optional(),
  movingStatisticsAfterOneForward: Tensors.optional(),
});

const shared = {
  format: z.literal('gan-reference-case'),
  formatVersion: z.literal(1),
  name: z.string(),
  system: SystemName,
  batchSize: z.int().positive(),
  networks: Pair(Network),
  hyper: Hyper,
  optimizers: Pair(Optimiser),
  trainable: Pair(z.array(z.string())),
  weights: Pair(Tensors),
};
const tolerance = { lossAbs: z.number(), lossRel: z.number() };

const OneStep = z.object({
  ...shared,
  kind: z.literal('one-step'),
  inputs: Batch,
  expected: z.object({ intermediate: Tensors, critic: Part, generator: Part }),
  tolerance: z.object({
    ...tolerance,
    gradientRel: z.number(),
    stepAbs: Pair(z.number()),
    stepRel: z.number(),
  }),
});
export type OneStep = z.infer<typeof OneStep>;

const Trajectory = z.object({
  ...shared,
  kind: z.literal('trajectory'),
  inputs: z.object({ steps: z.array(z.object({ critic: z.array(Batch), generator: Batch })) }),
  expected: z.object({
    steps: z.array(z.object({ critic: z.array(Losses), generator: Losses })),
    finalWeights: Pair(Tensors),
    emaWeights: Tensors.optional(),
  }),
  tolerance: z.object({ ...tolerance, updateRel: z.number() }),
});
export type Trajectory = z.infer<typeof Trajectory>;

const ReferenceCase = z.discriminatedUnion('kind', [OneStep, Trajectory]);
export type ReferenceCase = z.infer<typeof ReferenceCase>;

/** A case of tests/reference/README.md's format; throws an ExplainedError that names the file and its first problem. */
export function parseReferenceCase(content: unknown, file: string): ReferenceCase {
  const result = ReferenceCase.safeParse(content);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0] ?? { path: [], message: 'it is empty' };
  throw new ExplainedError(`${file} is not a reference case: ${path.join('.') || 'the whole'}: ${message}`);
}
