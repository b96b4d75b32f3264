/** The nodes and tensors of an ONNX graph, read and written. Field numbers are those of onnx.proto (ONNX IR). */
import { type Field, field, fieldsOf, numberField, packed, pieces } from './wire.js';

export const MODEL = { graph: 7, operators: 8 } as const;
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, value: 13 } as const;
export const NODE = { input: 1, output: 2, opType: 4, attribute: 5, domain: 7 } as const;
const OPERATORS = { domain: 1, version: 2 } as const;
const ATTRIBUTE = {
  name: 1,
  int: 3,
  tensor: 5,
  graph: 6,
  ints: 8,
  tensors: 10,
  graphs: 11,
  type: 20,
} as const;
const ATTRIBUTE_TYPE = { int: 2, tensor: 4, ints: 7 } as const;
const TENSOR = { dims: 1, type: 2, int32: 5, name: 8, raw: 9, external: 13, location: 14 } as const;
const ENTRY = { key: 1, value: 2 } as const;
const EXTERNAL = 1;
const VALUE = { name: 1, type: 2, tensor: 1, element: 1, shape: 2, size: 1 } as const;

/** Element types of tensors. */
export const TYPE = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, float16: 10 } as const;

/** Bits of an element, by its type: every type that ONNX numbers but text. */
const BITS: Readonly<Record<number, number>> = {
  ...{ 1: 32, 2: 8, 3: 8, 4: 16, 5: 16, 6: 32, 7: 64, 9: 8, 10: 16, 11: 64, 12: 32, 13: 64, 14: 64, 15: 128 },
  ...{ 16: 16, 17: 8, 18: 8, 19: 8, 20: 8, 21: 4, 22: 4 },
};

/** The domain of ONNX Runtime's own operators. */
export const MICROSOFT = 'com.microsoft';

/** A model's file, and the graph in it, as their fields. */
export interface Graph {
  readonly model: readonly Field[];
  readonly fields: readonly Field[];
  /** The model with other content in the place of its graph's. */
  with(content: readonly Buffer[]): Buffer[];
}

/** Throws when it is not an ONNX model. */
export function graphOf(bytes: Buffer): Graph {
  const model = fieldsOf(bytes);
  const graph = model.find(({ number }) => number === MODEL.graph);
  if (!graph) throw new Error('not an ONNX model: it has no graph');
  return {
    model,
    fields: fieldsOf(graph.content),
    with: (content) => model.flatMap((one) => (one === graph ? pieces(MODEL.graph, content) : [one.whole])),
  };
}

export interface Node {
  readonly fields: readonly Field[];
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Where bytes of a tensor lie that are not in the graph; `file` is beside it. */
export interface ExternalData {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

export interface StoredTensor {
  readonly name: string;
  readonly type: number;
  readonly dims: readonly number[];
  /** Little-endian, row-major; null where the graph holds them otherwise. */
  readonly bytes: Buffer | ExternalData | null;
}

/** A tensor whose bytes are not in the model's file. */
export type ExternalTensor = StoredTensor & { readonly bytes: ExternalData };

export const isExternal = (tensor: StoredTensor): tensor is ExternalTensor =>
  tensor.bytes !== null && !Buffer.isBuffer(tensor.bytes);

const text = ({ content }: Field): string => content.toString('utf8');

export function nodeIn({ content }: Field): Node {
  const fields = fieldsOf(content);
  const texts = (wanted: number) => fields.filter(({ number }) => number === wanted).map(text);
  return {
    fields,
    type: texts(NODE.opType)[0] ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
  };
}

/** A node's attributes, each as its fields. */
const attributesIn = ({ fields }: Node): Field[][] =>
  fields.filter(({ number }) => number === NODE.attribute).map(({ content }) => fieldsOf(content));

const nameOf = (parts: readonly Field[]): string => {
  const name = parts.find(({ number }) => number === ATTRIBUTE.name);
  return name ? text(name) : '';
};

/** The whole numbers among a node's attributes. */
export const attributesOf = (node: Node): ReadonlyMap<string, number> =>
  new Map(
    attributesIn(node).map((parts) => [
      nameOf(parts),
      parts.find(({ number }) => number === ATTRIBUTE.int)?.value ?? 0,
    ]),
  );

/** An attribute that is a list of whole numbers; empty where there is none. */
export const intsOf = (node: Node, name: string): number[] =>
  attributesIn(node)
    .filter((parts) => nameOf(parts) === name)
    .flat()
    .filter(({ number }) => number === ATTRIBUTE.ints)
    .flatMap((one) => (one.wire === 0 ? [one.value] : packed(one.content)));

/** The node's field, with what `change` gives in the place of an attribute; null = that one stays. */
export function withAttributes(
  one: Field,
  change: (name: string, value: number | StoredTensor) => Buffer | null,
): Field {
  const fields = fieldsOf(one.content);
  const changed = fields.map((each) => {
    if (each.number !== NODE.attribute) return each.whole;
    const parts = fieldsOf(each.content);
    const tensor = parts.find(({ number }) => number === ATTRIBUTE.tensor);
    const int = parts.find(({ number }) => number === ATTRIBUTE.int);
    return change(nameOf(parts), tensor ? tensorIn(tensor) : (int?.value ?? 0)) ?? each.whole;
  });
  if (changed.every((whole, at) => whole === fields[at]?.whole)) return one;
  return fieldsOf(field(one.number, Buffer.concat(changed)))[0] as Field;
}

/** The graphs inside a node, each as its fields. */
export const graphsIn = (node: Node): Field[][] =>
  attributesIn(node)
    .flat()
    .filter(({ number }) => number === ATTRIBUTE.graph || number === ATTRIBUTE.graphs)
    .map(({ content }) => fieldsOf(content));

/** The tensors among a node's attributes. */
export const tensorsIn = (node: Node): StoredTensor[] =>
  attributesIn(node)
    .flat()
    .filter(({ number }) => number === ATTRIBUTE.tensor || number === ATTRIBUTE.tensors)
    .map(tensorIn);

/** Throws where a tensor outside the graph is not said where it lies. */
export function tensorIn({ content }: Field): StoredTensor {
  const parts = fieldsOf(content);
  const one = (wanted: number) => parts.find(({ number }) => number === wanted);
  const type = one(TENSOR.type)?.value ?? 0;
  const dims = parts
    .filter(({ number }) => number === TENSOR.dims)
    .flatMap((dim) => (dim.wire === 0 ? [dim.value] : packed(dim.content)));
  const size = dims.reduce((product, dim) => product * dim, (BITS[type] ?? Number.NaN) / 8);
  return {
    name: one(TENSOR.name)?.content.toString('utf8') ?? '',
    type,
    dims,
    bytes:
      one(TENSOR.location)?.value === EXTERNAL
        ? externalDataIn(
            parts.filter(({ number }) => number === TENSOR.external),
            Math.ceil(size),
          )
        : (one(TENSOR.raw)?.content ?? (type === TYPE.float16 ? halvesApart(parts) : null)),
  };
}

/** Halves may be stored as whole numbers of 32 bits, each with the bits of one. */
function halvesApart(parts: readonly Field[]): Buffer | null {
  const apart = parts.filter(({ number }) => number === TENSOR.int32);
  const bits = apart.flatMap((one) => (one.wire === 0 ? [one.value] : packed(one.content)));
  return bits.length === 0 ? null : Buffer.from(Uint16Array.from(bits).buffer);
}

/** `size`: bytes, where the entries do not say it. */
function externalDataIn(entries: readonly Field[], size: number): ExternalData {
  const said = new Map(
    entries.map(({ content }) => {
      const parts = fieldsOf(content);
      const of = (wanted: number) => parts.find(({ number }) => number === wanted)?.content.toString('utf8');
      return [of(ENTRY.key), of(ENTRY.value)];
    }),
  );
  const [file, offset = 0, length = size] = ['location', 'offset', 'length'].map((key) => said.get(key));
  if (!file || Number.isNaN(Number(length))) throw new Error('the graph does not say where its weights lie');
  return { file, offset: Number(offset), length: Number(length) };
}

/** The name of a graph's input or output. */
export const valueName = ({ content }: Field): string =>
  fieldsOf(content)
    .find(({ number }) => number === VALUE.name)
    ?.content.toString('utf8') ?? '';

const inner = (of: Field | undefined, number: number): Field | undefined =>
  of && fieldsOf(of.content).find((one) => one.number === number);
const tensorOf = (value: Field): Field | undefined => inner(inner(value, VALUE.type), VALUE.tensor);

/** The element type of a graph's input or output; 0 where it is not a tensor, or not said. */
export const valueType = (value: Field): number => inner(tensorOf(value), VALUE.element)?.value ?? 0;

/** The sizes of a graph's input or output; null for each that is not fixed. */
export function valueSizes(value: Field): (number | null)[] {
  const shape = inner(tensorOf(value), VALUE.shape);
  return shape ? fieldsOf(shape.content).map((size) => inner(size, VALUE.size)?.value ?? null) : [];
}

/** An output of a graph, whose sizes are left to be seen. */
export const elementOnly = (name: string, element: number): Buffer => {
  const type = field(VALUE.tensor, numberField(VALUE.element, element));
  return field(GRAPH.output, Buffer.concat([field(VALUE.name, name), field(VALUE.type, type)]));
};

/** Two spellings of ONNX's own. */
const ONNX_DOMAINS = new Set(['', 'ai.onnx']);

/** The version of ONNX's own operators that a model is written in; 0 where it does not say. */
export function operatorsVersion(model: readonly Field[]): number {
  const sets = model
    .filter(({ number }) => number === MODEL.operators)
    .map(({ content }) => fieldsOf(content));
  const onnx = sets.find(
    (set) =>
      !set.some(
        ({ number, content }) => number === OPERATORS.domain && !ONNX_DOMAINS.has(content.toString('utf8')),
      ),
  );
  return onnx?.find(({ number }) => number === OPERATORS.version)?.value ?? 0;
}

/** An attribute of a node, as its field. */
export const attribute = (name: string, value: number | readonly number[]): Buffer =>
  field(
    NODE.attribute,
    Buffer.concat([
      field(ATTRIBUTE.name, name),
      ...(typeof value === 'number'
        ? [numberField(ATTRIBUTE.int, value), numberField(ATTRIBUTE.type, ATTRIBUTE_TYPE.int)]
        : [
            ...value.map((each) => numberField(ATTRIBUTE.ints, each)),
            numberField(ATTRIBUTE.type, ATTRIBUTE_TYPE.ints),
          ]),
    ]),
  );

/** An attribute that is a tensor. `tensor`: as `constant` gives it. */
export const tensorAttribute = (name: string, tensor: Buffer): Buffer =>
  field(
    NODE.attribute,
    Buffer.concat([
      field(ATTRIBUTE.name, name),
      field(ATTRIBUTE.tensor, (fieldsOf(tensor)[0] as Field).content),
      numberField(ATTRIBUTE.type, ATTRIBUTE_TYPE.tensor),
    ]),
  );

/** A node, as a field of its graph. */
export function node(
  type: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
  domain = '',
): Buffer {
  return field(
    GRAPH.node,
    Buffer.concat([
      ...inputs.map((input) => field(NODE.input, input)),
      field(NODE.output, output),
      field(NODE.opType, type),
      ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
      ...(domain ? [field(NODE.domain, domain)] : []),
    ]),
  );
}

/** A constant tensor, as a field of its graph; `dims` empty = a single value. */
export function constant(
  name: string,
  type: number,
  dims: readonly number[],
  bytes: ArrayBufferView | ExternalData,
): Buffer {
  const entry = (key: string, value: string) =>
    field(TENSOR.external, Buffer.concat([field(ENTRY.key, key), field(ENTRY.value, value)]));
  const content =
    'file' in bytes
      ? [
          entry('location', bytes.file),
          entry('offset', `${bytes.offset}`),
          entry('length', `${bytes.length}`),
          numberField(TENSOR.location, EXTERNAL),
        ]
      : [field(TENSOR.raw, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))];
  return field(
    GRAPH.initializer,
    Buffer.concat([
      ...dims.map((dim) => numberField(TENSOR.dims, dim)),
      numberField(TENSOR.type, type),
      field(TENSOR.name, name),
      ...content,
    ]),
  );
}
