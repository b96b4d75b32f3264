/** The graph that is to run: that of the take's own picture, or the artist's file. */
import { basename } from 'node:path';
import { readAtMost } from '@core/files/index.js';
import { type ApiGraph, type FoundGraph, graphIn, graphOfPicture } from '@core/metadata/index.js';
import type { Slot } from './links.js';

const LARGEST_GRAPH = 32 * 1024 * 1024;

export async function graphOfFile(file: string): Promise<ApiGraph> {
  const read = await readAtMost(file, LARGEST_GRAPH);
  const name = basename(file);
  if (!('bytes' in read)) throw new Error(`The graph file ${name} cannot be read: ${read.refused}.`);
  return graphOrWhy(graphIn(read.bytes.toString('utf8')), name);
}

export async function graphOfTake(file: string): Promise<ApiGraph> {
  const found = await graphOfPicture(file);
  if (found.kind === 'none')
    throw new Error(
      `This picture has no ComfyUI graph in it. Name a graph file in the settings of the generator. ${EXPORT_HELP}`,
    );
  return graphOrWhy(found, 'this picture');
}

/** What the graph takes of a request: what it has a place for. */
export function takes(graph: ApiGraph): {
  readonly seed: boolean;
  readonly negative: boolean;
  readonly prompt: boolean;
  readonly strength: boolean;
} {
  const has = (of: string): boolean => graph.read?.origins.some((one) => one.of === of) ?? false;
  return {
    prompt: has('prompt'),
    seed: has('seed'),
    negative: has('negativePrompt'),
    strength: has('denoise'),
  };
}

/** Where it is said what the picture is called: the last of the nodes that save one. */
export function savingSlot({ nodes }: Pick<ApiGraph, 'nodes'>): Slot | null {
  const found = Object.entries(nodes).findLast(([, node]) => node.class_type === 'SaveImage');
  return found ? { id: found[0], input: 'filename_prefix' } : null;
}

/** A graph that only looks at its picture gets a node that saves it. Null where nothing of it can be saved. */
export function withSaving(graph: ApiGraph): ApiGraph | null {
  if (savingSlot(graph)) return graph;
  for (const [id, { inputs }] of Object.entries(graph.nodes).reverse()) {
    const link = inputs.images ?? inputs.image;
    if (!Array.isArray(link)) continue;
    const saving = { class_type: 'SaveImage', inputs: { images: link, filename_prefix: '' } };
    return { ...graph, nodes: { ...graph.nodes, [`${id}-saved`]: saving } };
  }
  return null;
}

export const EXPORT_HELP =
  'In ComfyUI, open it and choose Workflow, Export (API); the file that this writes can be used.';

/** Throws an error that says what a text is instead of a graph. `what` names it. */
export function graphOrWhy(found: FoundGraph, what: string): ApiGraph {
  if (found.kind === 'workflow')
    throw new Error(
      `${what} is a workflow as ComfyUI’s window keeps it, which cannot be run. ${EXPORT_HELP}`,
    );
  if (found.kind !== 'graph') throw new Error(`${what} holds no graph of ComfyUI.`);
  const graph = withSaving(found.graph);
  if (!graph) throw new Error(`The graph in ${what} saves no picture.`);
  if (!takes(graph).prompt)
    throw new Error(`The graph in ${what} has no node that takes a prompt. ${EXPORT_HELP}`);
  return graph;
}
