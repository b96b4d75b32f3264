/** Ways through a graph as the server takes it. */
import type { ApiGraph, ApiNode } from '@core/metadata/index.js';

export type Nodes = ApiGraph['nodes'];

/** An input of a node. */
export interface Slot {
  readonly id: string;
  readonly input: string;
}

interface Link {
  readonly id: string;
  readonly node: ApiNode;
  /** Which of its outputs, from 0. */
  readonly output: number;
}

/** Where an input leads: `["4", 1]`. Null where it holds a value. */
export function linkOf(nodes: Nodes, value: unknown): Link | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const id = String(value[0]);
  const node = nodes[id];
  return node ? { id, node, output: Number(value[1]) } : null;
}

/** The nodes met from a link on, nearest first, always through the first of these inputs that leads on. */
export function* along(nodes: Nodes, from: unknown, inputs: readonly string[]): Generator<Link> {
  const seen = new Set<string>();
  let at = linkOf(nodes, from);
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    yield at;
    const here: Link = at;
    at = inputs.map((input) => linkOf(nodes, here.node.inputs[input])).find((next) => next !== null) ?? null;
  }
}

/** Inputs that lead to a picture. */
export const TO_PICTURE: readonly string[] = ['image', 'images', 'pixels'];

export const isLoader = (type: string): boolean => /^LoadImage(?!Mask)/.test(type);

/** The node that loads, from a file, the picture that a link leads to. */
export function loadedAt(nodes: Nodes, from: unknown): Slot | null {
  for (const { id, node } of along(nodes, from, TO_PICTURE))
    if (isLoader(node.class_type) && typeof node.inputs.image === 'string') return { id, input: 'image' };
  return null;
}

/** By its own title, where it has one. */
export function titleOf({ class_type: type, _meta: meta }: ApiNode): string {
  const { title } = (meta ?? {}) as { title?: unknown };
  return typeof title === 'string' && title !== type ? title : '';
}
