/** As much of protocol buffers as it takes to write a GraphDef (tensorflow/core/framework/{graph,attr_value,tensor}.proto). */

/** An op's attribute as the native addon takes it; `type` is one of its TF_ATTR_ numbers. */
export interface OpAttribute {
  name: string;
  type: number;
  value: unknown;
}
export type AttributeTypes = Record<'STRING' | 'INT' | 'FLOAT' | 'BOOL' | 'TYPE' | 'SHAPE', number>;

/** `inputs` are "<node>:<which of its outputs>". */
export const encodeNode = (
  name: string,
  op: string,
  inputs: string[],
  attributes: [name: string, value: Uint8Array][],
) =>
  bytes(1, [
    text(1, name),
    text(2, op),
    ...inputs.map((input) => text(3, input)),
    ...attributes.map(([key, value]) => bytes(5, [text(1, key), bytes(2, [value])])),
  ]);

/** The version only says that the graph is not older than what TensorFlow still reads. */
export const encodeGraph = (nodes: Uint8Array[]) => Buffer.concat([...nodes, bytes(4, [whole(1, 1000)])]);

export const encodeType = (type: number) => whole(6, type);
export const encodeShape = (sizes: readonly number[]) => bytes(7, [shape(sizes)]);
export const encodeTensor = (type: number, sizes: readonly number[], content: Uint8Array) =>
  bytes(8, [whole(1, type), bytes(2, [shape(sizes)]), bytes(4, [content])]);

export function encodeAttribute({ type, value }: OpAttribute, types: AttributeTypes): Uint8Array {
  if (type === types.SHAPE) return encodeShape(value as number[]);
  const encode = (one: unknown): Uint8Array => {
    if (type === types.STRING) return text(2, one as string);
    if (type === types.INT) return whole(3, one as number);
    if (type === types.FLOAT) return float(4, one as number);
    if (type === types.BOOL) return whole(5, one ? 1 : 0);
    return encodeType(one as number);
  };
  return Array.isArray(value) ? bytes(1, value.map(encode)) : encode(value);
}

const shape = (sizes: readonly number[]) => Buffer.concat(sizes.map((size) => bytes(2, [whole(1, size)])));

/** Field keys carry the wire type in their lowest three bits: 0 a varint, 2 bytes with their length, 5 four bytes. */
const whole = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)]);
const text = (field: number, value: string) => bytes(field, [Buffer.from(value)]);
const float = (field: number, value: number) =>
  Buffer.concat([varint((field << 3) | 5), Buffer.from(Float32Array.of(value).buffer)]);

function bytes(field: number, parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([varint((field << 3) | 2), varint(length), ...parts]);
}

/** Negative numbers take ten bytes, as two's complement of 64 bits. */
function varint(value: number): Uint8Array {
  const groups: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) groups.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...groups, Number(rest)]);
}
