/** How the nodes of a graph hang together, and what is constant among their values. */
import { type Node, type StoredTensor, TYPE, tensorsIn } from './graph.js';
import { usedBy } from './nested-graphs.js';

export interface Wiring {
  /** What makes a value; undefined for an input or a stored tensor. */
  readonly maker: (name: string | null | undefined) => Node | undefined;
  /** The only user of what a node gives; undefined where there are several, or the graph gives it. */
  readonly user: (node: Node | undefined) => Node | undefined;
  readonly constant: (name: string | undefined) => StoredTensor | undefined;
}

/** `tensors`: a graph's constants by name; `outputs`: names of what it gives. */
export function wiringOf(
  nodes: readonly Node[],
  tensors: ReadonlyMap<string, StoredTensor>,
  outputs: readonly string[],
): Wiring {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  const users = new Map<string, Node[]>();
  for (const node of nodes)
    for (const name of new Set(usedBy(node))) users.set(name, [...(users.get(name) ?? []), node]);
  for (const name of outputs) users.delete(name);
  const maker: Wiring['maker'] = (name) => makers.get(name ?? '');
  return {
    maker,
    user(node) {
      const found = users.get(node?.outputs[0] ?? '') ?? [];
      return found.length === 1 ? found[0] : undefined;
    },
    constant(name = '') {
      const made = maker(name);
      return tensors.get(name) ?? (made?.type === 'Constant' ? tensorsIn(made)[0] : undefined);
    },
  };
}

/** A single number in single precision; else none. */
export const numberOf = (tensor: StoredTensor | undefined): number =>
  tensor?.type === TYPE.float32 && Buffer.isBuffer(tensor.bytes) && tensor.bytes.length === 4
    ? tensor.bytes.readFloatLE(0)
    : Number.NaN;
