import { type Draw, normals, uniforms } from '@duality/shared';
import type { WeightPlan } from '../layers/layer.ts';

/** Values a weight is born with, in row-major order. */
export type Initialiser = (plan: WeightPlan, draw: Draw) => Float32Array;

const sizeOf = ({ shape }: WeightPlan) => shape.reduce((a, b) => a * b, 1);

/** Constants as they are; what has a fan, by `values`. */
const orConstant =
  (values: (fans: { fanIn: number; fanOut: number }, draw: Draw, size: number) => Float32Array): Initialiser =>
  (plan, draw) =>
    'value' in plan.start
      ? new Float32Array(sizeOf(plan)).fill(plan.start.value)
      : values(plan.start, draw, sizeOf(plan));

const uniformWithin = (limit: number, draw: Draw, size: number) => uniforms(draw, size).map((u) => (u * 2 - 1) * limit);

/** Glorot and Bengio's uniform start (AISTATS 2010, eq. 16). */
export const glorotUniform = orConstant(({ fanIn, fanOut }, draw, size) =>
  uniformWithin(Math.sqrt(6 / (fanIn + fanOut)), draw, size),
);

/** He et al.'s normal start for ReLU (1502.01852 eq. 10). */
export const heNormal = orConstant(({ fanIn }, draw, size) => normals(draw, size).map((n) => n * Math.sqrt(2 / fanIn)));

/** N(0, 0.02²) as in DCGAN (1511.06434 §4). */
export const narrowNormal = orConstant((_, draw, size) => normals(draw, size).map((n) => n * 0.02));

/** U(±1/√fanIn), with which PyTorch starts the kernels of linear layers. */
export const fanInUniform = orConstant(({ fanIn }, draw, size) => uniformWithin(1 / Math.sqrt(fanIn), draw, size));
