/** How a graph takes the heads of attention apart: [batch, places, heads × d] as [batch, places, heads, d]. */
import { attributesOf, type Node, type StoredTensor, TYPE } from './graph.js';
import { FOUR_BITS } from './product-weights.js';
import type { Wiring } from './wiring.js';

/** A value whose last axis is taken apart. */
export interface Apart {
  readonly whole: string;
  readonly width: number;
  /** d. */
  readonly head: number;
}

const isProduct = (node: Node | undefined): boolean => node?.type === FOUR_BITS || node?.type === 'MatMul';

export function headsIn({ maker, constant }: Wiring) {
  /** What a product makes of its input, with or without a bias. */
  const productOf = (name: string): Node | undefined => {
    const made = maker(name);
    return made?.type === 'Add' ? made.inputs.map(maker).find(isProduct) : made;
  };
  const widthOf = (product: Node | undefined): number =>
    product?.type === FOUR_BITS
      ? (attributesOf(product).get('N') ?? 0)
      : (constant(product?.inputs[1])?.dims[1] ?? 0);

  /** The axis of one of `of` whose size that is; null for anything else. */
  const axisOf = (name: string | undefined, of: readonly (string | undefined)[]): number | null => {
    const apart = maker(name);
    const taken = apart?.type === 'Unsqueeze' ? maker(apart.inputs[0]) : undefined;
    const sizes = taken?.type === 'Gather' ? maker(taken.inputs[0]) : undefined;
    return sizes?.type === 'Shape' && of.includes(sizes.inputs[0])
      ? wholeIn(constant(taken?.inputs[1]))
      : null;
  };

  /** The constant ends of a shape that begins with the batch and the places of `of`; null for another. */
  const endsOf = (shape: string | undefined, of: readonly (string | undefined)[]): number[] | null => {
    const made = maker(shape);
    if (made?.type !== 'Concat') return null;
    const isKept = made.inputs.slice(0, 2).every((name, at) => axisOf(name, of) === at);
    return isKept ? made.inputs.slice(2).map((name) => wholeIn(constant(name))) : null;
  };

  /** What a `reshape` takes apart; null where it does something else. */
  const apart = (reshape: Node): Apart | null => {
    const [whole = '', shape] = reshape.inputs;
    if (reshape.type !== 'Reshape') return null;
    const product = productOf(whole);
    const [heads, head, ...more] = endsOf(shape, [whole, product?.inputs[0]]) ?? [];
    const width = widthOf(product);
    if (heads === undefined || head === undefined || more.length > 0 || !(width % head === 0)) return null;
    return heads === -1 || heads === width / head ? { whole, width, head } : null;
  };

  return { productOf, axisOf, endsOf, apart };
}

/** A single whole number; else none. */
export const wholeIn = (tensor: StoredTensor | undefined): number =>
  tensor?.type === TYPE.int64 && Buffer.isBuffer(tensor.bytes) && tensor.bytes.length === 8
    ? Number(tensor.bytes.readBigInt64LE(0))
    : Number.NaN;
