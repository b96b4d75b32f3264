/**
 * Attention, softmax(q · kᵀ / √d) · v head by head, which PyTorch writes as two products between changes of shape. The
 * runtime has one operator for it all, which goes from block to block and never holds what all places are to one another.
 */
import { attributesOf, intsOf, type Node, TYPE } from './graph.js';
import { type Apart, headsIn } from './heads.js';
import { numberOf, type Wiring } from './wiring.js';

/** Its name in the runtime. Divides by the root of a head's width, as it is used here. */
export const ATTENTION = 'MultiHeadAttention';

/** Heads before places; and with the places of keys last. */
const HEADS_FIRST = [0, 2, 1, 3];
const PLACES_LAST = [0, 2, 3, 1];
/** Of a factor, which may have been a half. */
const TOLERANCE = 1e-3;
/** As it is read, where it stands for the last one. */
const NEGATIVE = 2 ** 63;

export interface Attention {
  /** [batch, places, heads × d]. */
  readonly q: string;
  readonly k: string;
  readonly v: string;
  readonly heads: number;
  /** Gives the result, of the same shape. */
  readonly last: Node;
  /** The others, which nothing else uses. */
  readonly rest: readonly Node[];
}

/** A value whose heads are taken apart, and stand before places. */
interface Turned extends Apart {
  readonly nodes: readonly [reshape: Node, transpose: Node];
}

/** Those of a graph that attend to all places alike: with a mask it is left as it is. */
export function attentionsIn(nodes: readonly Node[], wiring: Wiring): Attention[] {
  const { maker, user, constant } = wiring;
  const { productOf, endsOf, apart } = headsIn(wiring);

  const turned = (name: string | undefined, order: readonly number[]): Turned | null => {
    const transpose = maker(name);
    const reshape = maker(transpose?.inputs[0]);
    if (transpose?.type !== 'Transpose' || !reshape || !isOrder(transpose, order)) return null;
    const found = user(reshape) === transpose ? apart(reshape) : null;
    return found && { ...found, nodes: [reshape, transpose] };
  };

  /** What is divided by the root of a head's width. */
  const undivided = (node: Node | undefined, head: number): string | null => {
    const [a = '', b = ''] = node?.inputs ?? [];
    const isNear = (name: string, wanted: number) =>
      Math.abs(numberOf(constant(name)) / wanted - 1) < TOLERANCE;
    if (node?.type === 'Div') return isNear(b, Math.sqrt(head)) ? a : null;
    if (node?.type !== 'Mul') return null;
    return isNear(b, 1 / Math.sqrt(head)) ? a : isNear(a, 1 / Math.sqrt(head)) ? b : null;
  };

  return nodes.flatMap((softmax): Attention[] => {
    if (softmax.type !== 'Softmax' || !isAlongLast(softmax)) return [];
    const divided = maker(softmax.inputs[0]);
    const scores = divided?.inputs.map(maker).find((node) => node?.type === 'MatMul');
    const q = turned(scores?.inputs[0], HEADS_FIRST);
    const k = turned(scores?.inputs[1], PLACES_LAST);
    if (!divided || !scores || !q || !k || undivided(divided, q.head) !== scores.outputs[0]) return [];
    const casts: Node[] = [];
    let weighted = user(softmax);
    for (; weighted && isCastToSingle(weighted); weighted = user(weighted)) casts.push(weighted);
    if (weighted?.type !== 'MatMul' || weighted.inputs[0] !== (casts.at(-1) ?? softmax).outputs[0]) return [];
    const v = turned(weighted.inputs[1], HEADS_FIRST);
    const together = user(weighted);
    const last = user(together);
    if (!v || together?.type !== 'Transpose' || !isOrder(together, HEADS_FIRST) || last?.type !== 'Reshape')
      return [];
    const [end, ...more] = endsOf(last.inputs[1], [q.whole, productOf(q.whole)?.inputs[0]]) ?? [];
    if (more.length > 0 || (end !== -1 && end !== q.width)) return [];
    const isOfOneWidth = [k, v].every(({ width, head }) => width === q.width && head === q.head);
    const isOwn =
      user(q.nodes[1]) === scores &&
      user(k.nodes[1]) === scores &&
      user(v.nodes[1]) === weighted &&
      user(scores) === divided &&
      user(divided) === softmax;
    if (!isOfOneWidth || !isOwn) return [];
    const rest = [...q.nodes, ...k.nodes, ...v.nodes, scores, divided, softmax, ...casts, weighted, together];
    return [{ q: q.whole, k: k.whole, v: v.whole, heads: q.width / q.head, last, rest }];
  });
}

const isOrder = (node: Node, order: readonly number[]): boolean =>
  intsOf(node, 'perm').join() === order.join();

/** Of four. */
const isAlongLast = (node: Node): boolean => {
  const axis = attributesOf(node).get('axis') ?? NEGATIVE;
  return axis === 3 || axis >= NEGATIVE;
};

const isCastToSingle = (node: Node): boolean =>
  node.type === 'Cast' && attributesOf(node).get('to') === TYPE.float32;
