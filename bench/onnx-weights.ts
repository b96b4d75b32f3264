/** The weights inside an ONNX file, changed in place: enough of the format for that, and nothing else. */

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
  for (const graph of fields(file)) {
    if (graph.number !== MODEL_GRAPH) continue;
    for (const { number, bytes } of fields(graph.bytes))
      if (number === GRAPH_INITIALIZER) changeTensor(bytes, change);
  }
}

function changeTensor(tensor: Buffer, change: (weights: Weights) => void): void {
  let name = '';
  let dataType = 0;
  let raw: Buffer | null = null;
  const dims: number[] = [];
  for (const field of fields(tensor)) {
    if (field.number === TENSOR.name) name = field.bytes.toString('utf8');
    if (field.number === TENSOR.dataType) dataType = field.value;
    if (field.number === TENSOR.rawData) raw = field.bytes;
    if (field.number !== TENSOR.dims) continue;
    if (field.bytes.length === 0) dims.push(field.value);
    else
      for (let at = 0; at < field.bytes.length; ) at = varint(field.bytes, at, (value) => dims.push(value));
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

interface Field {
  readonly number: number;
  /** Of a number; 0 for others. */
  readonly value: number;
  /** Of what has a length, without copying; empty for others. */
  readonly bytes: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Protocol buffers: a tag, then a number, a length with bytes, or 4 or 8 bytes. */
function* fields(message: Buffer): Generator<Field> {
  for (let at = 0; at < message.length; ) {
    let tag = 0;
    at = varint(message, at, (value) => {
      tag = value;
    });
    const number = tag >>> 3;
    let value = 0;
    let bytes: Buffer = NOTHING;
    const wire = tag & 7;
    if (wire === 0 || wire === 2)
      at = varint(message, at, (read) => {
        value = read;
      });
    else if (wire === 1 || wire === 5) at += wire === 1 ? 8 : 4;
    else throw new Error(`not an ONNX file: wire type ${wire}`);
    if (wire === 2) {
      bytes = message.subarray(at, at + value);
      at += value;
      value = 0;
    }
    yield { number, value, bytes };
  }
}

/** Returns where it ends. */
function varint(bytes: Buffer, from: number, take: (value: number) => void): number {
  let value = 0;
  for (let at = from, scale = 1; ; at += 1, scale *= 128) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('not an ONNX file: it ends within a number');
    value += (byte & 127) * scale;
    if (byte < 128) {
      take(value);
      return at + 1;
    }
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
