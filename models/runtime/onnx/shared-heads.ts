/**
 * Keys and values that several heads of queries share (Ainslie et al. 2023, GQA), which PyTorch copies for each of them.
 * Here the queries of those heads are rows of one product instead: nothing is copied, and what each product prepares of
 * its keys and values is prepared once.
 */
import { constant, intsOf, type Node, node, TYPE } from './graph.js';
import { headsIn, wholeIn } from './heads.js';
import { numberOf, type Wiring } from './wiring.js';

const SHARED = 'continuist.shared';
/** Heads before places; and the last two exchanged. */
const HEADS_FIRST = '0,2,1,3';
const LAST_TWO = '0,1,3,2';
/** What leaves heads where they are, and takes them from its first input. */
const ALONG = new Set(['Add', 'Mul', 'Cast', 'Identity']);

/** A value of which there is one for each head that is copied, [batch, heads, places, d]. */
interface Copied {
  readonly of: string;
  /** So often each is copied. */
  readonly times: number;
}

/** Fields of the graph in the stead of nodes. `headsOf`: how many heads an input or output of the graph has. */
export function sharedHeadsIn(
  nodes: readonly Node[],
  wiring: Wiring,
  headsOf: (name: string) => number | null,
): Map<Node, readonly Buffer[]> {
  const { maker, user, constant: constantIn } = wiring;
  const { axisOf, apart } = headsIn(wiring);

  const copied = (reshape: Node | undefined): Copied | null => {
    const expand = maker(reshape?.inputs[0]);
    const apart = maker(expand?.inputs[0]);
    if (reshape?.type !== 'Reshape' || expand?.type !== 'Expand' || apart?.type !== 'Unsqueeze') return null;
    const of = apart.inputs[0] ?? '';
    const [batch, heads, times, places, width, ...more] = partsOf(expand.inputs[1]);
    const ends = partsOf(reshape.inputs[1]);
    const isWhole = (names: readonly (string | undefined)[], axes: readonly number[]) =>
      names.every((name, at) => axisOf(name, [of]) === axes[at]);
    if (more.length > 0 || !isWhole([batch, heads, places, width], [0, 1, 2, 3])) return null;
    // Its second axis takes what is left.
    if (ends.length !== 4 || !isWhole([ends[0], ends[2], ends[3]], [0, 2, 3])) return null;
    const found = wholeIn(constantIn(times));
    return wholeIn(constantIn(apart.inputs[1])) === 2 && found > 0 ? { of, times: found } : null;
  };

  /** The parts of a shape, which PyTorch looks through for sizes that are to stay. */
  const partsOf = (shape: string | undefined): readonly string[] => {
    const made = maker(shape);
    const whole = made?.type === 'Where' ? maker(made.inputs[2]) : made;
    const parts = whole?.type === 'Reshape' ? maker(whole.inputs[0]) : whole;
    return parts?.type === 'Concat' ? parts.inputs : [];
  };

  /** Heads of queries: [batch, heads, places, d]. */
  const queriesOf = (name: string | undefined): number | null => {
    let made = maker(name);
    while (made && ALONG.has(made.type)) made = maker(made.inputs[0]);
    if (made?.type !== 'Transpose' || intsOf(made, 'perm').join() !== HEADS_FIRST) return null;
    const reshape = maker(made.inputs[0]);
    const found = reshape ? apart(reshape) : null;
    return found && found.width / found.head;
  };

  const changes = new Map<Node, readonly Buffer[]>();
  /** `product`: of [batch, heads, rows, …] and `other`, which has fewer heads; `then`: what multiplies it by a number. */
  const together = (product: Node, other: string, heads: number, fewer: number, then?: Node) => {
    const [y = ''] = (then ?? product).outputs;
    const own = (name: string) => `${SHARED}.${y}.${name}`;
    const sizes = (name: string, of: number) =>
      constant(own(name), TYPE.int64, [4], BigInt64Array.of(0n, BigInt(of), -1n, 0n));
    const [made = ''] = product.outputs;
    changes.set(product, [
      sizes('fewer', fewer),
      sizes('heads', heads),
      node('Reshape', [product.inputs[0] ?? '', own('fewer')], own('rows')),
      node('MatMul', [own('rows'), other], own('product')),
      ...(then
        ? [
            node(
              then.type,
              then.inputs.map((name) => (name === made ? own('product') : name)),
              own('then'),
            ),
          ]
        : []),
      node('Reshape', [own(then ? 'then' : 'product'), own('heads')], y),
    ]);
    if (then) changes.set(then, []);
  };

  for (const softmax of nodes) {
    if (softmax.type !== 'Softmax') continue;
    const masked = maker(softmax.inputs[0]);
    const before = masked?.type === 'Add' ? masked.inputs.map(maker) : [masked];
    const scaled = before.find((one) => one?.type === 'Mul' || one?.type === 'Div');
    const scores = scaled?.inputs.map(maker).find((one) => one?.type === 'MatMul');
    const isScale = scaled?.inputs.some((name) => !Number.isNaN(numberOf(constantIn(name))));
    let weighted = user(softmax);
    while (weighted?.type === 'Cast') weighted = user(weighted);
    const turned = maker(scores?.inputs[1]);
    const keys =
      turned && intsOf(turned, 'perm').join() === LAST_TWO ? copied(maker(turned.inputs[0])) : null;
    const values = copied(maker(weighted?.inputs[1]));
    if (!scores || !scaled || !isScale || weighted?.type !== 'MatMul' || !turned || !keys || !values)
      continue;
    const heads = queriesOf(scores.inputs[0]);
    const [fewer, same] = [keys, values].map(({ of }) => headsFrom(of, maker, headsOf));
    if (heads === null || !fewer || fewer !== same || user(scores) !== scaled) continue;
    if (heads !== fewer * keys.times || heads !== fewer * values.times) continue;
    const own = `${SHARED}.${turned.outputs[0]}`;
    together(scores, own, heads, fewer, scaled);
    together(weighted, values.of, heads, fewer);
    changes.set(scores, [
      node('Transpose', [keys.of], own, { perm: [0, 1, 3, 2] }),
      ...(changes.get(scores) ?? []),
    ]);
  }
  return changes;
}

/** What is remembered, and goes on with what is new, has the heads that the graph says of it. */
function headsFrom(
  name: string,
  maker: Wiring['maker'],
  headsOf: (name: string) => number | null,
): number | null {
  const joined = maker(name);
  const names = joined?.type === 'Concat' ? [name, ...joined.inputs] : [name];
  return names.map(headsOf).find((heads) => heads !== null) ?? null;
}
