/** What a published graph leaves to be gained on a processor, without other files. */

import { ATTENTION, attentionsIn } from './attention.js';
import { FAST_GELU, gelusIn } from './fast-gelu.js';
import {
  attribute,
  attributesOf,
  constant,
  type ExternalTensor,
  GRAPH,
  graphOf,
  isExternal,
  MICROSOFT,
  NODE,
  type Node,
  node as nodeField,
  nodeIn,
  operatorsVersion,
  tensorIn,
  valueName,
} from './graph.js';
import { inSingle } from './in-single.js';
import { FOUR_BITS, IntegerProducts } from './integer-products.js';
import { headOf, LAST, lastOf } from './last-logits.js';
import { holdsExternalWeights, usedBy } from './nested-graphs.js';
import type { Weights } from './weights-file.js';
import { type Field, field, fieldsOf } from './wire.js';
import { wiringOf } from './wiring.js';

/** Part of a judge's version; to be changed with what a tuned graph of 4-bit products computes. */
export const TUNING = 'bytes-4';
/** The same of one in half precision. */
export const HALVES_TUNING = 'halves-4';

/** Of a 4-bit product’s inputs, where the bias is: after them all. */
const BIAS = 5;
const LEVEL = 'accuracy_level';
const EIGHT_BITS = 4;

/**
 * The tuned model; `model` itself where there is nothing to gain. Where `weights` are written, all that lie outside of
 * the graph lie there. Throws when it is not an ONNX model.
 */
export function tuned(model: Buffer, weights: Weights): Buffer {
  const graph = graphOf(model);
  const { fields: inner, halves } = inSingle(graph, weights);
  const nodes = new Map(inner.filter(({ number }) => number === GRAPH.node).map((one) => [one, nodeIn(one)]));
  const head = headOf([...nodes.values()], inner);
  const tensors = new Map(
    inner.filter(({ number }) => number === GRAPH.initializer).map((one) => [one, tensorIn(one)]),
  );
  const namesOf = (wanted: number) => inner.filter(({ number }) => number === wanted).map(valueName);
  // What is an input, too, is only a default. At level 4, ONNX Runtime 1.30 reads no scales and zero points that may
  // be given from outside.
  const inputs = new Set(namesOf(GRAPH.input));
  const named = new Map(
    [...tensors.values()].filter(({ name }) => !inputs.has(name)).map((tensor) => [tensor.name, tensor]),
  );
  // Weights inside a node cannot go where all others would.
  const mayReplace = ![...nodes.values()].some(holdsExternalWeights);
  const products = new IntegerProducts(named, operatorsVersion(graph.model), weights, halves);
  const changed = new Map<Field, readonly Buffer[]>();
  const replaced = new Set<Node>();
  for (const [one, found] of nodes) {
    const node = found === head ? withFirstInput(found, LAST) : found;
    const instead = mayReplace ? products.insteadOf(node) : null;
    if (instead) {
      replaced.add(found);
      changed.set(one, instead);
      continue;
    }
    const kept = node.inputs.slice(1).some((name) => inputs.has(name)) ? node : withLevel(node);
    if (kept !== found) changed.set(one, [field(GRAPH.node, whole(kept))]);
  }
  if (changed.size === 0) return model;
  if (replaced.size > 0) {
    const outputs = namesOf(GRAPH.output);
    const fields = new Map([...nodes].map(([one, found]) => [found, one]));
    const wiring = wiringOf([...nodes.values()], named, outputs);
    const inOne = ({ last, rest }: { last: Node; rest: readonly Node[] }, instead: (y: string) => Buffer) => {
      for (const one of rest) changed.set(fields.get(one) as Field, []);
      changed.set(fields.get(last) as Field, [instead(last.outputs[0] ?? '')]);
    };
    for (const gelu of gelusIn([...nodes.values()], wiring))
      inOne(gelu, (y) => nodeField(FAST_GELU, [gelu.x], y, {}, MICROSOFT));
    for (const one of attentionsIn([...nodes.values()], wiring))
      inOne(one, (y) => nodeField(ATTENTION, [one.q, one.k, one.v], y, { num_heads: one.heads }, MICROSOFT));
    const dropped = weightsWithoutUse([...nodes.values()], replaced, outputs);
    for (const [one, tensor] of tensors)
      if (dropped.has(tensor.name)) changed.set(one, []);
      else if (isExternal(tensor)) changed.set(one, [moved(tensor, weights)]);
  }
  const content = inner.flatMap((one) => changed.get(one) ?? [one.whole]);
  const added = head ? lastOf(head.inputs[0] ?? '') : [];
  return Buffer.concat(graph.with([...content, ...added]));
}

const moved = ({ name, type, dims, bytes }: ExternalTensor, weights: Weights): Buffer =>
  constant(name, type, dims, weights.write(weights.read(bytes)));

/** The weights that products took in and that nothing does any more. */
function weightsWithoutUse(
  nodes: readonly Node[],
  replaced: ReadonlySet<Node>,
  outputs: readonly string[],
): ReadonlySet<string> {
  const still = (node: Node) =>
    replaced.has(node) ? [node.inputs[0] ?? '', ...node.inputs.slice(BIAS)] : usedBy(node);
  const used = new Set([...outputs, ...nodes.flatMap(still)]);
  const weights = [...replaced].flatMap(({ inputs }) => inputs.slice(1, BIAS));
  return new Set(weights.filter((name) => !used.has(name)));
}

const whole = ({ fields }: Node): Buffer => Buffer.concat(fields.map((one) => one.whole));

function withFirstInput(node: Node, name: string): Node {
  const first = node.fields.find(({ number }) => number === NODE.input);
  const [input] = fieldsOf(field(NODE.input, name)) as [Field];
  return {
    ...node,
    fields: node.fields.map((one) => (one === first ? input : one)),
    inputs: [name, ...node.inputs.slice(1)],
  };
}

/**
 * What must stay a 4-bit product. Without an `accuracy_level` it runs in single precision, several times slower for
 * the few tokens of a claim; level 4 runs it on 8-bit activations, each block of 32 with a scale of its own.
 */
function withLevel(node: Node): Node {
  if (node.type !== FOUR_BITS || attributesOf(node).has(LEVEL)) return node;
  return { ...node, fields: [...node.fields, ...fieldsOf(attribute(LEVEL, EIGHT_BITS))] };
}
