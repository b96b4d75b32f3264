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
  valueSizes,
} from './graph.js';
import { inSingle } from './in-single.js';
import { IntegerProducts } from './integer-products.js';
import { canBeFew, fewOf, headOf, isToldHowMany, LAST, lastOf, saidOfFew } from './last-logits.js';
import { holdsExternalWeights } from './nested-graphs.js';
import { FOUR_BITS, ProductWeights } from './product-weights.js';
import { sharedHeadsIn } from './shared-heads.js';
import type { Weights } from './weights-file.js';
import { type Field, field, fieldsOf } from './wire.js';
import { wiringOf } from './wiring.js';
import { withoutUnused } from './without-unused.js';

/** Part of a judge's version; to be changed with what a tuned graph of 4-bit products computes. */
export const TUNING = 'bytes-6';
/** The same of one in half precision. */
export const HALVES_TUNING = 'halves-6';

const LEVEL = 'accuracy_level';
const EIGHT_BITS = 4;

/**
 * The tuned model; `model` itself where there is nothing to gain. Where `weights` are written, all that lie outside of
 * the graph lie there. `tokens`: those of whose logits use is made; they are all that it gives, in that order, where
 * the product with the vocabulary is one of those that are replaced. Throws when it is not an ONNX model.
 */
export function tuned(model: Buffer, weights: Weights, tokens: readonly number[] = []): Buffer {
  const graph = graphOf(model);
  const { fields: inner, halves } = inSingle(graph, weights);
  const nodes = new Map(inner.filter(({ number }) => number === GRAPH.node).map((one) => [one, nodeIn(one)]));
  const all = [...nodes.values()];
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
  const outputs = namesOf(GRAPH.output);
  const wiring = wiringOf(all, named, outputs);
  const head = headOf(wiring);
  const last = isToldHowMany(inner) ? undefined : head?.product;
  // Weights inside a node cannot go where all others would.
  const mayReplace = !all.some(holdsExternalWeights);
  const stored = new ProductWeights(named, weights, halves);
  const products = new IntegerProducts(stored, operatorsVersion(graph.model), weights);
  const isFew = head && tokens.length > 0 && mayReplace && canBeFew(head, wiring);
  const few = isFew ? stored.columns(head.product, tokens) : null;
  const insteadOf = (found: Node, one: Node): Buffer[] | null =>
    few && found === head?.product
      ? fewOf(one.inputs[0] ?? '', few, one.outputs[0] ?? '')
      : products.insteadOf(one);
  const changed = new Map<Field, readonly Buffer[]>();
  const replaced = new Set<Node>();
  for (const [one, found] of nodes) {
    const node = found === last ? withFirstInput(found, LAST) : found;
    const instead = mayReplace ? insteadOf(found, node) : null;
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
    const fields = new Map([...nodes].map(([one, found]) => [found, one]));
    const inOne = ({ last, rest }: { last: Node; rest: readonly Node[] }, instead: (y: string) => Buffer) => {
      for (const one of rest) changed.set(fields.get(one) as Field, []);
      changed.set(fields.get(last) as Field, [instead(last.outputs[0] ?? '')]);
    };
    for (const gelu of gelusIn(all, wiring))
      inOne(gelu, (y) => nodeField(FAST_GELU, [gelu.x], y, {}, MICROSOFT));
    for (const one of attentionsIn(all, wiring))
      inOne(one, (y) => nodeField(ATTENTION, [one.q, one.k, one.v], y, { num_heads: one.heads }, MICROSOFT));
    const sizes = new Map(
      inner
        .filter(({ number }) => number === GRAPH.input || number === GRAPH.output)
        .map((one) => [valueName(one), valueSizes(one)]),
    );
    const headsOf = (name: string) => sizes.get(name)?.[1] ?? null;
    for (const [one, instead] of sharedHeadsIn(all, wiring, headsOf))
      changed.set(fields.get(one) as Field, instead);
  }
  const content = inner.flatMap(
    (one) => changed.get(one) ?? (few && head && saidOfFew(one, head)) ?? [one.whole],
  );
  const added = last ? lastOf(last.inputs[0] ?? '') : [];
  const tunedFields = [...content, ...added];
  if (replaced.size === 0) return Buffer.concat(graph.with(tunedFields));
  const stays = new Map([...tensors].map(([one, tensor]) => [one.whole, tensor]));
  const used = withoutUnused(tunedFields, [...outputs, ...inputs]).map((one) => {
    const tensor = stays.get(one);
    return tensor && isExternal(tensor) ? moved(tensor, weights) : one;
  });
  return Buffer.concat(graph.with(used));
}

const moved = ({ name, type, dims, bytes }: ExternalTensor, weights: Weights): Buffer =>
  constant(name, type, dims, weights.write(weights.read(bytes)));

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
