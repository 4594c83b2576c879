import { type RunConfig, randomStream } from '@duality/shared';
import { batchNorm, conv2d, conv2dTranspose, dense, flatten, leakyRelu, relu, reshape, tanh } from './layers.ts';
import { createNetwork } from './network.ts';

const upscale = (filters: number, { useBias }: { useBias: boolean }) =>
  conv2dTranspose({ filters, kernelSize: 5, strides: 2, useBias });
const downscale = (filters: number) => conv2d({ filters, kernelSize: 5, strides: 2 });

/** z [latentSize] → image [28, 28, 1] in [-1, 1]. Where β of a normalisation follows, a bias would be a second one. */
export const createSmallGenerator = ({ latentSize, seed }: RunConfig) =>
  createNetwork(
    [latentSize],
    [
      dense(7 * 7 * 64, { useBias: false }),
      batchNorm(),
      relu(),
      reshape([7, 7, 64]),
      upscale(32, { useBias: false }),
      batchNorm(),
      relu(),
      upscale(1, { useBias: true }),
      tanh(),
    ],
    { seed, stream: randomStream.generatorWeights },
  );

/** Image [28, 28, 1] → score [1]. No batch normalisation: the penalty is per sample (1704.00028 §4). */
export const createSmallCritic = ({ seed }: RunConfig) =>
  createNetwork(
    [28, 28, 1],
    [downscale(16), leakyRelu(0.2), downscale(32), leakyRelu(0.2), downscale(64), leakyRelu(0.2), flatten(), dense(1)],
    { seed, stream: randomStream.criticWeights },
  );
