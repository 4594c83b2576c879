import type * as tf from '@tensorflow/tfjs-core';
import { encodeAttribute, encodeGraph, encodeNode, encodeShape, encodeTensor, encodeType } from './graph-def.ts';
import type { Binding, TensorflowBackend, TensorId } from './tensorflow.ts';

/** Something that has a value before the recorded function starts. */
export interface Given {
  id: TensorId;
  type: number;
  shape: number[];
  /** The argument of that number, the value of a variable, or numbers that JavaScript makes for each call. */
  from: number | tf.Variable | ((number: number) => Float32Array | Int32Array);
}

/** Writes down as a graph what goes through `spy`, which does what `binding` does. More may be given on the way. */
export function startRecorder(binding: Binding, givens: Given[]) {
  const nodes: Uint8Array[] = [];
  const inputs: { name: string; from: Given['from'] }[] = [];
  const names = new Map<TensorId, string>();
  const constants = new Set<TensorId>();
  const types = attributeTypes(binding);

  const find = (id: TensorId): string => {
    const name = names.get(id) ?? addInput(id);
    if (!name) throw new Error('a compiled function uses a tensor that is no argument and no variable');
    return name;
  };
  const addInput = (id: TensorId): string | undefined => {
    const given = givens.find((candidate) => candidate.id === id);
    if (!given) return undefined;
    const attributes: [string, Uint8Array][] = [
      ['dtype', encodeType(given.type)],
      ['shape', encodeShape(given.shape)],
    ];
    const name = `${add('Placeholder', [], attributes)}:0`;
    inputs.push({ name, from: given.from });
    names.set(id, name);
    return name;
  };
  /** The new node's name; what it gives is `name:0`, `name:1` … */
  const add = (op: string, from: string[], attributes: [string, Uint8Array][]): string => {
    const name = `n${nodes.length}`;
    nodes.push(encodeNode(name, op, from, attributes));
    return name;
  };

  const spy: Binding = Object.create(binding, {
    executeOp: describe<Binding['executeOp']>((op, attributes, from, count) => {
      const outputs = binding.executeOp(op, attributes, from, count);
      const encoded = attributes.map((one): [string, Uint8Array] => [one.name, encodeAttribute(one, types)]);
      const node = add(op, from.map(find), encoded);
      for (const [i, { id }] of outputs.entries()) names.set(id, `${node}:${i}`);
      return outputs;
    }),
    createTensor: describe<Binding['createTensor']>((shape, type, values) => {
      const id = binding.createTensor(shape, type, values);
      const content = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      const attributes: [string, Uint8Array][] = [
        ['dtype', encodeType(type)],
        ['value', encodeTensor(type, shape, content)],
      ];
      names.set(id, `${add('Const', [], attributes)}:0`);
      constants.add(id);
      return id;
    }),
    tensorDataSync: describe<Binding['tensorDataSync']>((id) => {
      if (!constants.has(id)) throw new Error('a compiled function must not look at the values of tensors');
      return binding.tensorDataSync(id);
    }),
  });
  return { spy, find, inputs, finish: () => encodeGraph(nodes) };
}

/** The tensors' values as they are now, uploaded where they were not. */
export const describeGivens = (
  backend: TensorflowBackend,
  tensors: readonly tf.Tensor[],
  from: Given['from'][],
): Given[] =>
  backend.getInputTensorIds([...tensors]).map((id, i) => {
    const { dtype, shape } = tensors[i] as tf.Tensor;
    return { id, type: backend.getDTypeInteger(dtype), shape, from: from[i] as Given['from'] };
  });

const describe = <T>(value: T) => ({ value });

const attributeTypes = (binding: Binding) => ({
  STRING: binding.TF_ATTR_STRING,
  INT: binding.TF_ATTR_INT,
  FLOAT: binding.TF_ATTR_FLOAT,
  BOOL: binding.TF_ATTR_BOOL,
  TYPE: binding.TF_ATTR_TYPE,
  SHAPE: binding.TF_ATTR_SHAPE,
});
