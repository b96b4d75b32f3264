/** Nodes that nothing uses any more are left out: the runtime would compute them all the same. */
import { GRAPH, nodeIn } from './graph.js';
import { usedBy } from './nested-graphs.js';
import { type Field, fieldsOf } from './wire.js';

/** `fields`: of a graph; `outputs`: names of what it gives. */
export function withoutUnused(fields: readonly Buffer[], outputs: readonly string[]): Buffer[] {
  const nodes = fields.map((whole) => {
    const [one] = fieldsOf(whole) as [Field];
    return one.number === GRAPH.node ? nodeIn(one) : null;
  });
  const makers = new Map(nodes.flatMap((node, at) => node?.outputs.map((name) => [name, at] as const) ?? []));
  const used = new Set<number>();
  const wanted = [...outputs];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const at = makers.get(name);
    const made = at === undefined ? null : nodes[at];
    if (at === undefined || !made || used.has(at)) continue;
    used.add(at);
    wanted.push(...usedBy(made));
  }
  return fields.filter((_, at) => nodes[at] === null || used.has(at));
}
