import { ExplainedError } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';

/**
 * The kernels whose derivatives of first and second order agree with float64 truth on every engine; their tests use each
 * of them (second-order-gradients.test.ts). The names are those of the tape: forward kernels and what their gradients use.
 */
export const certifiedOps: ReadonlySet<string> = new Set([
  ...[tf.Abs, tf.Add, tf.AddN, tf.AvgPool, tf.AvgPoolGrad, tf.BatchMatMul, tf.Cast, tf.ClipByValue, tf.Concat],
  ...[tf.Conv2D, tf.Conv2DBackpropInput, tf.Elu, tf.Equal, tf.Erf, tf.Exp, tf.ExpandDims, tf.Expm1],
  ...[tf.GatherV2, tf.Greater, tf.GreaterEqual, tf.Identity, tf.LeakyRelu, 'LeakyReluGrad', tf.Less, tf.LessEqual],
  ...[tf.Log, tf.Log1p, tf.LogicalAnd, tf.LogicalNot, tf.LogicalOr, tf.Max, tf.Maximum, tf.Mean, tf.Min, tf.Minimum],
  ...[
    tf.Multiply,
    tf.Neg,
    tf.NotEqual,
    tf.OnesLike,
    tf.Pack,
    tf.PadV2,
    tf.Pow,
    tf.Prelu,
    tf.RealDiv,
    tf.Reciprocal,
    tf.Relu,
  ],
  ...[
    tf.Relu6,
    tf.Reshape,
    tf.ResizeBilinear,
    tf.ResizeBilinearGrad,
    tf.FusedBatchNorm,
    tf.ResizeNearestNeighbor,
    tf.ResizeNearestNeighborGrad,
    tf.Reverse,
    tf.Rsqrt,
    tf.Select,
  ],
  ...[tf.Selu, tf.Sigmoid, tf.Slice, tf.Softmax, tf.Softplus, tf.SplitV, tf.Sqrt, tf.Square],
  ...[tf.SquaredDifference, tf.Step, tf.Sub, tf.Sum, tf.Tanh, tf.Tile, tf.Transpose, tf.Unpack, tf.UnsortedSegmentSum],
  tf.ZerosLike,
]);

const advice: Record<string, string> = {
  [tf.MaxPool]: 'use a strided convolution or average pooling',
  [tf.DepthwiseConv2dNative]: 'use an ordinary convolution',
  [tf.LRN]: 'use layer normalisation, or none',
  logSoftmax: 'write it as x − logSumExp(x)',
};

type Critic = (x: tf.Tensor) => tf.Tensor;

/**
 * Refuses a critic that cannot stand in a gradient penalty: stock TensorFlow.js would throw in the middle of a run, or
 * silently train something else. Applies the critic to zeros of `inputShape` (with the batch axis) twice; reads nothing.
 * @throws {ExplainedError} that names the op
 */
export function assertCertified(critic: Critic, inputShape: number[]): void {
  const refused = findUncertified(findForwardOps(critic, inputShape)) ?? findUncertified(findOps(critic, inputShape));
  if (!refused) return;
  throw new ExplainedError(
    `the critic uses ${refused}, whose second derivative is not certified on ${tf.getBackend()}: a gradient penalty ` +
      `through it would train something else; ${advice[refused] ?? 'build it from certified ops (engine/certified-ops.ts)'}`,
  );
}

const findUncertified = (names: string[]) => names.find((name) => !certifiedOps.has(name));

/** What the input passes through on the way to the score, by the names of the tape. */
const findForwardOps = (critic: Critic, inputShape: number[]) => recordTape(inputShape, (x) => critic(x));

/** The same with the gradient's own ops: all that a second derivative has to pass through. */
export const findOps = (critic: Critic, inputShape: number[]): string[] =>
  recordTape(inputShape, (x) => tf.grad((input: tf.Tensor) => tf.sum(critic(input)))(x));

function recordTape(inputShape: number[], body: Critic): string[] {
  return tf.tidy(() => {
    let names: string[] = [];
    // The differentiated function is the sum of the input: nothing can throw here, so that the tape is cleared.
    tf.grad((x: tf.Tensor) => {
      body(x);
      names = listReached(x);
      return tf.sum(x);
    })(tf.zeros(inputShape));
    return names;
  });
}

function listReached(x: tf.Tensor): string[] {
  const reached = new Set([x.id]);
  const names = new Set<string>();
  for (const { kernelName, inputs, outputs } of tf.engine().state.activeTape) {
    if (!Object.values(inputs).some((input) => reached.has(input.id))) continue;
    for (const output of outputs) reached.add(output.id);
    // Copies that the tape makes for itself carry the name of the scope and one input, x; custom gradients number theirs.
    if (tf.getKernel(kernelName, tf.getBackend()) || '0' in inputs) names.add(kernelName.replace(/__op$/, ''));
  }
  return [...names];
}
