/** The weights inside an ONNX file, changed in place. */
import { fieldsOf, packed } from '@models/onnx/wire.js';

export interface Weights {
  readonly name: string;
  readonly dims: readonly number[];
  /** In row-major order. What is left in it is written back, rounded to the file's own precision. */
  readonly values: Float32Array;
}

/** Field numbers of onnx.proto3. */
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 } as const;
const FLOAT = 1;
const HALF = 10;

/** Calls `change` with every tensor of floats or halves that lies in the file itself. Changes `file`. */
export function changeWeights(file: Buffer, change: (weights: Weights) => void): void {
  for (const graph of fieldsOf(file)) {
    if (graph.number !== MODEL_GRAPH) continue;
    for (const { number, content } of fieldsOf(graph.content))
      if (number === GRAPH_INITIALIZER) changeTensor(content, change);
  }
}

function changeTensor(tensor: Buffer, change: (weights: Weights) => void): void {
  let name = '';
  let dataType = 0;
  let raw: Buffer | null = null;
  const dims: number[] = [];
  for (const { number, wire, value, content } of fieldsOf(tensor)) {
    if (number === TENSOR.name) name = content.toString('utf8');
    if (number === TENSOR.dataType) dataType = value;
    if (number === TENSOR.rawData) raw = content;
    if (number === TENSOR.dims) dims.push(...(wire === 0 ? [value] : packed(content)));
  }
  if (raw === null || (dataType !== FLOAT && dataType !== HALF)) return;
  const width = dataType === FLOAT ? 4 : 2;
  const data = raw;
  const read = (at: number) => (dataType === FLOAT ? data.readFloatLE(at) : fromHalf(data.readUInt16LE(at)));
  const values = Float32Array.from({ length: data.length / width }, (_, at) => read(at * width));
  change({ name, dims, values });
  for (const [at, value] of values.entries()) {
    if (dataType === FLOAT) data.writeFloatLE(value, at * width);
    else data.writeUInt16LE(toHalf(value), at * width);
  }
}

/** IEEE 754 half precision, 16 bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** To the nearest; what is too large becomes the largest. */
function toHalf(value: number): number {
  const sign = value < 0 ? 0x8000 : 0;
  const size = Math.min(65_504, Math.abs(value));
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-9)));
  // Rounding up to the next power of two carries into the exponent by itself.
  const steps = Math.round((size / 2 ** exponent) * 1024);
  return sign | (steps < 1024 ? steps : ((exponent + 15) << 10) + (steps - 1024));
}
