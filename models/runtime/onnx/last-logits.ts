/**
 * A decoder that computes the logits of every position is made to compute those of the last: with a vocabulary of
 * 152,000 that is a sixth of the work of reading a picture, a quarter of a claim's, and 900 MB. And of those of the last
 * position a judge reads the few of yes and no: the others would be a quarter of all weights that a claim goes through.
 */
import { constant, elementOnly, GRAPH, type Node, node, TYPE, valueName, valueType } from './graph.js';
import type { Field } from './wire.js';
import type { Wiring } from './wiring.js';

const LOGITS = 'logits';
const PRODUCTS = new Set(['MatMul', 'MatMulNBits']);
/** What may stand between the last product and the logits. */
const AFTER = new Set(['Cast', 'Identity', 'Add']);
/** Of those, what takes any number of logits. */
const ANY_NUMBER = new Set(['Cast', 'Identity']);
/** Far more than any sequence has. */
const END = 2 ** 31 - 1;

/** The hidden state of the last position. */
export const LAST = 'continuist.last';
const FEW = 'continuist.few';

/** The product with the vocabulary. */
export interface Head {
  readonly product: Node;
  /** What stands between it and the logits, the last first. */
  readonly after: readonly Node[];
}

/** Null in a graph without logits, or of another make. */
export function headOf({ maker }: Wiring): Head | null {
  const after: Node[] = [];
  let found = maker(LOGITS);
  while (found && AFTER.has(found.type)) {
    after.push(found);
    found = found.inputs.map(maker).find((one) => one !== undefined);
  }
  return found && PRODUCTS.has(found.type) && found.inputs[0] ? { product: found, after } : null;
}

/** Whether a graph is told how many positions' logits are wanted. */
export const isToldHowMany = (graph: readonly Field[]): boolean =>
  graph.some((one) => one.number === GRAPH.input && valueName(one) === 'num_logits_to_keep');

/** Cuts `hidden`, [batch, positions, width], down to its last position. */
export function lastOf(hidden: string): Buffer[] {
  const number = (name: string, value: number) =>
    constant(`${LAST}.${name}`, TYPE.int64, [1], BigInt64Array.of(BigInt(value)));
  return [
    node('Slice', [hidden, ...['start', 'end', 'axis'].map((name) => `${LAST}.${name}`)], LAST),
    number('start', -1),
    number('end', END),
    number('axis', 1),
  ];
}

/** Of a product's inputs: weights, scales, zero points and their order; then comes a bias. */
const INPUTS_WITHOUT_BIAS = 5;

/** Whether the logits of a few tokens can stand in the place of all. */
export function canBeFew({ product, after }: Head, { user }: Wiring): boolean {
  const between = after.length === 0 ? [] : [product, ...after.slice(1)];
  return (
    product.inputs.length <= INPUTS_WITHOUT_BIAS &&
    after.every(({ type }) => ANY_NUMBER.has(type)) &&
    between.every((one) => user(one) !== undefined)
  );
}

/** In the stead of the head: `hidden` times `columns`, each [width] of a token. */
export function fewOf(hidden: string, columns: readonly Float32Array[], logits: string): Buffer[] {
  const width = columns[0]?.length ?? 0;
  const weights = Float32Array.from({ length: width * columns.length }, (_, at) => {
    const [row, column] = [Math.floor(at / columns.length), at % columns.length];
    return columns[column]?.[row] as number;
  });
  return [
    constant(FEW, TYPE.float32, [width, columns.length], weights),
    node('MatMul', [hidden, FEW], logits),
  ];
}

/** What a graph says of the logits and of what they are made of, which are fewer now; null where it says nothing else. */
export function saidOfFew(one: Field, { product, after }: Head): Buffer[] | null {
  if (one.number !== GRAPH.output && one.number !== GRAPH.value) return null;
  const names = [product, ...after].flatMap(({ outputs }) => outputs);
  if (!names.includes(valueName(one))) return null;
  return one.number === GRAPH.output ? [elementOnly(valueName(one), valueType(one))] : [];
}
