/**
 * The graph that ComfyUI's interface keeps (`nodes`, `links`, `widgets_values`), as the API graph that it would send:
 * without what is muted, past what is bypassed, through subgraphs, reroutes and set and get nodes.
 */
import { type Fields, isFields, listOf, textOf } from '@core/fields/index.js';
import type { Graph, GraphNode } from './graph.js';
import { widgetsOf } from './widgets.js';

const MUTED = '2';
const BYPASSED = '4';
/** How a subgraph calls its own way in and out. */
const WAY_IN = '-10';
const WAY_OUT = '-20';
/** Nodes, subgraphs within subgraphs, and steps along one link. */
const MOST_NODES = 50_000;
const MOST_STEPS = 10_000;

interface Link {
  readonly from: string;
  readonly output: number;
}

/** A graph, or a subgraph where a node stands for it. */
interface Scope {
  /** Before the ids of its nodes: `30:` of what lies in node 30. */
  readonly prefix: string;
  readonly nodes: ReadonlyMap<string, Fields>;
  readonly links: ReadonlyMap<string, Link>;
  /** What leads out, by the output of the node that stands for it. */
  readonly out: ReadonlyMap<number, Link>;
  readonly outer: { readonly scope: Scope; readonly node: Fields } | null;
}

/** Null for what is no such graph. */
export function graphOfWorkflow(root: unknown): Graph | null {
  if (!isFields(root) || !Array.isArray(root.nodes)) return null;
  const definitions = isFields(root.definitions) ? (listOf(root.definitions.subgraphs) ?? []) : [];
  const subgraphs = new Map(definitions.map((one) => [textOf(one.id) ?? '', one]));
  const scopes = [scopeOf(root, '', null)];
  const inside = new Map<Fields, Scope>();
  let count = 0;
  // The list grows during the walk; a subgraph that lies in itself ends at the limit of nodes.
  for (const scope of scopes) {
    for (const [id, node] of scope.nodes) {
      if (++count > MOST_NODES) return null;
      const subgraph = subgraphs.get(String(node.type));
      if (!subgraph) continue;
      const inner = scopeOf(subgraph, `${scope.prefix}${id}:`, { scope, node });
      inside.set(node, inner);
      scopes.push(inner);
    }
  }
  const sets = setNodes(scopes);
  const nodes = new Map<string, GraphNode>();
  for (const scope of scopes)
    for (const [id, node] of scope.nodes) {
      const type = textOf(node.type) ?? '';
      if (subgraphs.has(type) || [MUTED, BYPASSED].includes(textOf(node.mode) ?? '')) continue;
      const inputs = inputsOf(node, (link) => endOf(link, scope, { inside, sets }));
      nodes.set(scope.prefix + id, { id: scope.prefix + id, type, inputs });
    }
  return nodes.size > 0 ? nodes : null;
}

function scopeOf(graph: Fields, prefix: string, outer: Scope['outer']): Scope {
  const links = new Map<string, Link>();
  const out = new Map<number, Link>();
  for (const link of Array.isArray(graph.links) ? graph.links : []) {
    const [id, from, output, to, input] = Array.isArray(link)
      ? link
      : isFields(link)
        ? [link.id, link.origin_id, link.origin_slot, link.target_id, link.target_slot]
        : [];
    const found = { from: String(from), output: Number(output) };
    links.set(String(id), found);
    if (String(to) === WAY_OUT) out.set(Number(input), found);
  }
  const nodes = (listOf(graph.nodes) ?? []).map((node): [string, Fields] => [String(node.id), node]);
  return { prefix, nodes: new Map(nodes), links, out, outer };
}

/** What each set node is given, by its name. */
function setNodes(scopes: readonly Scope[]): Map<string, { scope: Scope; link: unknown }> {
  const sets = new Map<string, { scope: Scope; link: unknown }>();
  for (const scope of scopes)
    for (const node of scope.nodes.values())
      if (node.type === 'SetNode') sets.set(nameOf(node), { scope, link: slotsOf(node)[0]?.link });
  return sets;
}

const nameOf = ({ widgets_values: values }: Fields): string =>
  Array.isArray(values) ? String(values[0]) : '';

const slotsOf = (node: Fields): Fields[] => listOf(node.inputs) ?? [];

function inputsOf(node: Fields, endOf: (link: unknown) => [string, number] | null): Fields {
  const slots = slotsOf(node);
  const named = slots.filter(({ widget }) => widget !== undefined).map(({ name }) => String(name));
  const values = node.widgets_values;
  const widgets = Array.isArray(values)
    ? widgetsOf(String(node.type), values, named)
    : isFields(values)
      ? values
      : {};
  // Of a slot without a link there is none.
  const linked = slots.map(({ name, link }) => [String(name), endOf(link)] as const);
  return { ...widgets, ...Object.fromEntries(linked.filter(([, end]) => end !== null)) };
}

/** Where a link comes from in the end, as the API writes it; null where that is switched off or nothing. */
function endOf(
  id: unknown,
  start: Scope,
  { inside, sets }: { inside: ReadonlyMap<Fields, Scope>; sets: ReturnType<typeof setNodes> },
): [string, number] | null {
  let scope = start;
  let link = scope.links.get(String(id));
  for (let step = 0; link && step < MOST_STEPS; step++) {
    if (link.from === WAY_IN) {
      const { outer } = scope;
      if (!outer) return null;
      scope = outer.scope;
      link = scope.links.get(String(slotsOf(outer.node)[link.output]?.link));
      continue;
    }
    const node = scope.nodes.get(link.from);
    const mode = textOf(node?.mode);
    if (!node || mode === MUTED) return null;
    const inner = inside.get(node);
    if (mode === BYPASSED || node.type === 'Reroute')
      link = scope.links.get(String(passing(node, link.output)));
    else if (node.type === 'GetNode') {
      const set = sets.get(nameOf(node));
      if (!set) return null;
      ({ scope } = set);
      link = scope.links.get(String(set.link));
    } else if (node.type === 'SetNode') link = scope.links.get(String(slotsOf(node)[0]?.link));
    else if (inner) {
      scope = inner;
      link = inner.out.get(link.output);
    } else return [scope.prefix + link.from, link.output];
  }
  return null;
}

/** The link that a node which does nothing hands on: of the output's type, in its place where several are. */
function passing(node: Fields, output: number): unknown {
  const slots = slotsOf(node);
  const type = (listOf(node.outputs) ?? [])[output]?.type;
  const alike = slots.filter((slot) => slot.type === type);
  return (alike.find((slot) => slot.link !== null) ?? slots[0])?.link;
}
