/** ComfyUI's API graph: `{"3": {"class_type": "KSampler", "inputs": {"seed": 42, "model": ["4", 0]}}}`. */
import { type Fields, isFields } from '@core/fields/index.js';

export interface GraphNode {
  readonly id: string;
  readonly type: string;
  /** Values as they are written; links as `[node, output]`. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

export type Graph = ReadonlyMap<string, GraphNode>;

/**
 * Null for what is no JSON. Whole numbers that a number cannot hold, as seeds are, become texts. Nodes that change
 * every time write NaN, which JSON does not have: it becomes null.
 */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(/\d{16}|NaN|Infinity/.test(text) ? text.replace(UNUSUAL, usual) : text);
  } catch {
    return null;
  }
}

/** Strings are matched first and stay; so do numbers that a number holds. */
const UNUSUAL = /"(?:\\[\s\S]|[^"\\])*"?|-?\b(?:NaN|Infinity)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function usual(word: string): string {
  if (/^-?\d{16,}$/.test(word)) return `"${word}"`;
  return /^-?[NI]/.test(word) ? 'null' : word;
}

/** Null where `root` holds no node. */
export function graphOf(root: unknown): Graph | null {
  if (!isFields(root)) return null;
  const nodes = new Map<string, GraphNode>();
  for (const [id, value] of Object.entries(root)) {
    const { class_type: type, inputs } = (isFields(value) ? value : {}) as Fields;
    if (typeof type === 'string' && isFields(inputs)) nodes.set(id, { id, type, inputs });
  }
  return nodes.size > 0 ? nodes : null;
}

/** The node that a value leads to; null where it is no link, or the node is not there: it was switched off. */
export function sourceOf(graph: Graph, value: unknown): GraphNode | null {
  return graph.get(idOf(value) ?? '') ?? null;
}

export const isLink = (value: unknown): boolean => idOf(value) !== null;

function idOf(value: unknown): string | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [node, output] = value as unknown[];
  const isNode = typeof node === 'string' || typeof node === 'number';
  return isNode && typeof output === 'number' ? String(node) : null;
}

/** The output of the node that a link leads to. */
export const outputOf = (value: unknown): number => (Array.isArray(value) ? Number(value[1]) : 0);

/** Breadth first against the links, nearest first. `through` says which inputs are followed. */
export function* upstream(
  graph: Graph,
  from: readonly GraphNode[],
  through: (input: string) => boolean = () => true,
): Generator<GraphNode> {
  // A set is walked in the order in which nodes are added to it, also during the walk.
  const seen = new Set(from);
  for (const node of seen) {
    yield node;
    for (const [input, value] of Object.entries(node.inputs)) {
      const next = through(input) ? sourceOf(graph, value) : null;
      if (next) seen.add(next);
    }
  }
}
