/**
 * A graph in half precision as one in single: processors compute in single alone, and would turn every value to it and
 * back. The weights of its products stay as they are, as bytes are made of those.
 */
import {
  attribute,
  constant,
  GRAPH,
  type Graph,
  graphsIn,
  type Node,
  nodeIn,
  operatorsVersion,
  type StoredTensor,
  TYPE,
  tensorAttribute,
  tensorIn,
  valueName,
  valueType,
  withAttributes,
} from './graph.js';
import { halvesIn, singlesOf } from './half-precision.js';
import { LEAST_OPERATORS } from './integer-products.js';
import type { Weights } from './weights-file.js';
import { type Field, fieldsOf } from './wire.js';

interface InSingle {
  readonly fields: readonly Field[];
  /** Names of the weights that are halves still: of products, which have all to be replaced. */
  readonly halves: ReadonlySet<string>;
}

/** Attributes that name an element type. */
const TYPES = new Set(['to', 'dtype']);

/** The graph as it is where it has no product in half precision, or takes or gives halves. */
export function inSingle(graph: Graph, weights: Weights): InSingle {
  const { fields, model } = graph;
  const nodes = new Map(
    fields.filter(({ number }) => number === GRAPH.node).map((one) => [one, nodeIn(one)]),
  );
  const ends = fields.filter(({ number }) => number === GRAPH.input || number === GRAPH.output);
  const isApart =
    ends.every((end) => valueType(end) !== TYPE.float16) &&
    [...nodes.values()].every((node) => graphsIn(node).length === 0);
  const halves =
    isApart && operatorsVersion(model) >= LEAST_OPERATORS ? productsOf(fields, nodes) : new Set<string>();
  if (halves.size === 0) return { fields, halves };
  const single = fields.flatMap((one): Field[] => {
    // They say of what type values inside are, and need not.
    if (one.number === GRAPH.value) return [];
    if (nodes.has(one)) return [singleNode(one, weights)];
    if (one.number !== GRAPH.initializer) return [one];
    const tensor = tensorIn(one);
    const changed = halves.has(tensor.name) ? null : singleTensor(tensor, weights);
    return [changed ? (fieldsOf(changed)[0] as Field) : one];
  });
  return { fields: single, halves };
}

/** The weights of 16 bits that are used by nothing but products, as what is multiplied by. */
function productsOf(fields: readonly Field[], nodes: ReadonlyMap<Field, Node>): Set<string> {
  const found = new Set(
    fields
      .filter(({ number }) => number === GRAPH.initializer)
      .map(tensorIn)
      .filter(({ type, dims, bytes }) => type === TYPE.float16 && dims.length === 2 && bytes !== null)
      .map(({ name }) => name),
  );
  for (const one of fields)
    if (one.number === GRAPH.input || one.number === GRAPH.output) found.delete(valueName(one));
  const multiplied = new Set<string>();
  for (const { type, inputs } of nodes.values())
    for (const [at, name] of inputs.entries())
      if (type === 'MatMul' && at === 1) multiplied.add(name);
      else found.delete(name);
  return new Set([...found].filter((name) => multiplied.has(name)));
}

/** A node that neither makes halves nor holds any. */
const singleNode = (one: Field, weights: Weights): Field =>
  withAttributes(one, (name, value) => {
    if (typeof value === 'number')
      return TYPES.has(name) && value === TYPE.float16 ? attribute(name, TYPE.float32) : null;
    const tensor = singleTensor(value, weights);
    return tensor && tensorAttribute(name, tensor);
  });

/** Null for a tensor of other numbers. What is no product's is small: it all comes to lie in the graph. */
function singleTensor(tensor: StoredTensor, weights: Weights): Buffer | null {
  const { name, type, dims, bytes } = tensor;
  if (type !== TYPE.float16) return null;
  if (bytes === null) throw new Error(`the weights “${name}” are stored in a way that is not known`);
  const halves = Buffer.isBuffer(bytes) ? bytes : weights.read(bytes);
  return constant(name, TYPE.float32, dims, singlesOf(halvesIn(halves)));
}
