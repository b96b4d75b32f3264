/** The graph that a picture or a file holds, as the server takes it, with the places of the values that were read from it. */
import { isFields, withoutNaN } from '@core/fields/index.js';
import { isLosslessNumber, parse } from 'lossless-json';
import { type EmbeddedText, readTexts } from '../containers/index.js';
import type { EmbeddedPrompt } from '../reader.js';
import { graphOf, parseLoosely } from './graph.js';
import { mayBeGraph, NAMED } from './names.js';
import { readGraph } from './read-graph.js';

/** A node as it stands in the graph; what the server does not take is left out. */
export interface ApiNode {
  readonly class_type: string;
  /** Numbers as they were written (lossless-json). */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly _meta?: unknown;
}

export interface ApiGraph {
  readonly nodes: Readonly<Record<string, ApiNode>>;
  /** Null where no node of it draws from words. */
  readonly read: EmbeddedPrompt | null;
}

/** `workflow`: it is the interface's own format, which the server does not take. `none`: it is no graph at all. */
export type FoundGraph =
  | { readonly kind: 'graph'; readonly graph: ApiGraph }
  | { readonly kind: 'workflow' | 'none' };

/** Of a picture that says how it was made. */
export async function graphOfPicture(file: string): Promise<FoundGraph> {
  let found: FoundGraph = { kind: 'none' };
  for (const source of (await readTexts(file)).filter(mayBeGraph)) {
    const here = graphIn(source.text ?? '', source);
    if (here.kind === 'graph') return here;
    if (here.kind === 'workflow') found = here;
  }
  return found;
}

/** Of a text; `source` says where it stands. */
export function graphIn(text: string, source: EmbeddedText = ownText(text)): FoundGraph {
  const root = unwrapped(losslessly(text.replace(NAMED, '')));
  if (!isFields(root)) return { kind: 'none' };
  const api = [root, unwrapped(root.prompt)].map(nodesOf).find((nodes) => nodes !== null);
  if (api) {
    const graph = graphOf(parseLoosely(JSON.stringify(api, exactly)));
    return { kind: 'graph', graph: { nodes: api, read: graph && readGraph(graph, source) } };
  }
  const isWorkflow = (value: unknown): boolean =>
    isFields(value) && Array.isArray(value.nodes) && (Array.isArray(value.links) || isFields(value.links));
  return { kind: isWorkflow(root) || isWorkflow(unwrapped(root.workflow)) ? 'workflow' : 'none' };
}

const ownText = (text: string): EmbeddedText => ({ where: 'png', name: 'prompt', text, bytes: text.length });

const unwrapped = (value: unknown): unknown => (typeof value === 'string' ? losslessly(value) : value);

/** Null for what is no JSON. */
function losslessly(text: string): unknown {
  try {
    return parse(withoutNaN(text));
  } catch {
    return null;
  }
}

/** Null where `root` holds no node, or what is none. */
function nodesOf(root: unknown): Record<string, ApiNode> | null {
  if (!isFields(root)) return null;
  const nodes: Record<string, ApiNode> = {};
  for (const [id, value] of Object.entries(root)) {
    const { class_type: type, inputs, _meta: meta } = isFields(value) ? value : {};
    if (typeof type !== 'string' || !isFields(inputs)) return null;
    nodes[id] = { class_type: type, inputs, ...(meta !== undefined && { _meta: meta }) };
  }
  return Object.keys(nodes).length > 0 ? nodes : null;
}

/** Numbers that a number cannot hold as texts, as the readers take them. */
const exactly = (_: string, value: unknown): unknown => {
  if (!isLosslessNumber(value)) return value;
  const digits = value.toString();
  return /^-?\d{16,}$/.test(digits) ? digits : Number(digits);
};
