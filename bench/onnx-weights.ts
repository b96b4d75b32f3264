/** The weights inside an ONNX file, changed in place. */
import {
  fieldsOf,
  fromHalf,
  GRAPH,
  MODEL,
  type StoredTensor,
  TYPE,
  tensorIn,
} from '@models/runtime/onnx/index.js';

export interface Weights {
  readonly name: string;
  readonly dims: readonly number[];
  /** In row-major order. What is left in it is written back, rounded to the file's own precision. */
  readonly values: Float32Array;
}

/** Calls `change` with every tensor of floats or halves that lies in the file itself. Changes `file`. */
export function changeWeights(file: Buffer, change: (weights: Weights) => void): void {
  for (const graph of fieldsOf(file)) {
    if (graph.number !== MODEL.graph) continue;
    for (const one of fieldsOf(graph.content))
      if (one.number === GRAPH.initializer) changeTensor(tensorIn(one), change);
  }
}

/** A copy; null for a tensor that is neither of floats nor of halves, or lies elsewhere. */
export function readFloats({ type, bytes }: StoredTensor): Float32Array | null {
  if (!Buffer.isBuffer(bytes) || (type !== TYPE.float32 && type !== TYPE.float16)) return null;
  const width = type === TYPE.float32 ? 4 : 2;
  const read = (at: number) =>
    type === TYPE.float32 ? bytes.readFloatLE(at) : fromHalf(bytes.readUInt16LE(at));
  return Float32Array.from({ length: bytes.length / width }, (_, at) => read(at * width));
}

function changeTensor(tensor: StoredTensor, change: (weights: Weights) => void): void {
  const { name, dims, type, bytes } = tensor;
  const values = readFloats(tensor);
  if (!values || !Buffer.isBuffer(bytes)) return;
  change({ name, dims, values });
  for (const [at, value] of values.entries()) {
    if (type === TYPE.float32) bytes.writeFloatLE(value, at * 4);
    else bytes.writeUInt16LE(toHalf(value), at * 2);
  }
}

/** The bits of a number in half precision: to the nearest; what is too large becomes the largest. */
function toHalf(value: number): number {
  const sign = value < 0 ? 0x8000 : 0;
  const size = Math.min(65_504, Math.abs(value));
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  // Rounding up to the next power of two carries into the exponent by itself.
  const steps = Math.round((size / 2 ** exponent) * 1024);
  return sign | (steps < 1024 ? steps : ((exponent + 15) << 10) + (steps - 1024));
}
