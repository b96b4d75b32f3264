/** What nothing uses any more is left out: the runtime would compute nodes, and load weights, all the same. */
import { GRAPH, nodeIn, tensorIn } from './graph.js';
import { usedBy } from './nested-graphs.js';
import { type Field, fieldsOf } from './wire.js';

/** Names of what a part of a graph makes, and of what it takes in for that. */
interface Part {
  readonly makes: readonly string[];
  readonly uses: readonly string[];
}

/** A graph’s fields without the nodes and weights that nothing uses. `wanted`: names of what must be there. */
export function withoutUnused(fields: readonly Buffer[], wanted: readonly string[]): Buffer[] {
  const parts = fields.map(partIn);
  const makers = new Map(parts.flatMap((part) => part?.makes.map((name) => [name, part] as const) ?? []));
  const used = new Set<Part>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const maker = makers.get(name);
    if (!maker || used.has(maker)) continue;
    used.add(maker);
    open.push(...maker.uses);
  }
  return fields.filter((_, at) => {
    const part = parts[at];
    return !part || used.has(part);
  });
}

/** Null where it is neither a node nor a weight. */
function partIn(whole: Buffer): Part | null {
  const [one] = fieldsOf(whole) as [Field];
  if (one.number === GRAPH.initializer) return { makes: [tensorIn(one).name], uses: [] };
  if (one.number !== GRAPH.node) return null;
  const node = nodeIn(one);
  return { makes: node.outputs, uses: usedBy(node) };
}
