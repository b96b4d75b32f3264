/** One request as the server gets it: the graph, what goes where in it, and the pictures that it loads. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ApiGraph } from '@core/metadata/index.js';
import { stringify } from 'lossless-json';
import type { GenerationRequest, GraphPlacing, TakeSettings } from '../generator.js';
import { editedOf } from './edited.js';
import { graphOfFile, graphOfTake } from './graph.js';
import { linkOf, type Nodes, type Slot } from './links.js';
import { choicesIn, type Placement, placedNodes, placementAt, placesIn } from './placing.js';
import { referencesOf } from './references.js';
import { type MaskSlot, type Start, startOf, withoutOurs, withPicture } from './start-from.js';
import type { Upload } from './uploads.js';

export interface Prepared extends GraphPlacing {
  /** The nodes as they are sent, but for the pictures that they load. */
  readonly sent: Nodes;
  readonly uploads: readonly Upload[];
  readonly settings: TakeSettings;
}

/** `workflow`: the artist's graph file; '' = the graph of the take's own picture. Throws an error in an artist's words. */
export async function prepare(
  request: GenerationRequest,
  { workflow, prefix }: { workflow: string; prefix: string },
): Promise<Prepared> {
  const isFile = workflow !== '';
  const graph = withoutOurs(await (isFile ? graphOfFile(workflow) : graphOfTake(request.fromFile)));
  const start = startOf(graph);
  const moves = request.allowed?.moves ?? {};
  const edited = editedOf(graph, start);
  if (request.instruction !== null && !edited)
    throw new Error('This graph is not built to change a picture as a sentence says.');
  // What is read as its prompt is what it is told to change.
  const asked = { ...request, prompt: request.instruction ?? request.prompt };
  const { placements, missing } = placesIn(graph, asked, { prefix, keepsSize: !isFile, moves });
  if (request.strength !== null && missing.includes('strength'))
    throw new Error('This graph cannot start from a picture. It has no input for the strength.');
  const given = withStart(placedNodes(graph.nodes, placements), start, request, isFile);
  const isLoaded = given.uploads.some(({ slot }) => slot.id === edited?.id);
  const changed = edited && !isLoaded && (isFile || request.instruction !== null) ? [edited] : [];
  const uploads = [
    ...given.uploads,
    ...changed.map((slot): Upload => ({ slot, picture: request.fromFile, as: 'picture', mask: null })),
    ...referencesFor(graph, start, request),
  ];
  const shape = shapeOf(given.nodes, isFile);
  if (request.allowed && request.allowed.shape !== shape)
    throw new Error('The graph was changed after it was shown. Run it again, and look at it.');
  return {
    shape,
    graph: isFile ? basename(workflow) : `the graph in ${basename(request.fromFile)}`,
    nodes: Object.keys(given.nodes).length,
    added: Object.keys(given.nodes).filter((id) => graph.nodes[id] === undefined),
    rows: [...placements, ...uploads.flatMap((one) => rowOf(given.nodes, one))],
    missing: [...missing],
    choices: choicesIn(graph.nodes),
    sent: given.nodes,
    uploads,
    settings: {
      ...graph.read?.settings,
      ...(request.strength !== null && { denoise: request.strength }),
      ...(missing.length > 0 && { 'not used': missing.map((value) => PLAIN[value] ?? value).join(', ') }),
    },
  };
}

const PLAIN: Readonly<Record<string, string>> = { negativePrompt: 'negative prompt' };

/** Nodes and links, and which values are put in; not what the values are. SHA-256, hex. */
function shapeOf(nodes: Nodes, isFile: boolean): string {
  const told = Object.entries(nodes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { class_type: type, inputs }]) => [
      id,
      type,
      Object.keys(inputs)
        .sort()
        .map((input) => {
          const link = linkOf(nodes, inputs[input]);
          return link ? [input, link.id, link.output] : [input];
        }),
    ]);
  return createHash('sha256')
    .update(JSON.stringify(['graph 1', isFile, told]))
    .digest('hex');
}

interface Given {
  readonly nodes: Nodes;
  readonly uploads: readonly Upload[];
}

/**
 * With the picture that it starts from, where one is asked for. A file that starts from a picture always gets one: what it
 * names was somebody's example.
 */
function withStart(nodes: Nodes, start: Start, request: GenerationRequest, isFile: boolean): Given {
  const { strength, mask, fromFile, instruction } = request;
  const isWanted = strength !== null || mask !== null;
  const isChanged = start.from === 'picture' && (isFile || instruction !== null);
  if (start.from === 'elsewhere') {
    if (isWanted) throw new Error(`This graph cannot start from a picture. ${start.why}`);
    return { nodes, uploads: [] };
  }
  if (!isWanted && !isChanged) return { nodes, uploads: [] };
  const given = withPicture(nodes, start, mask !== null);
  const load = (slot: Slot, as: Upload['as']): Upload => ({ slot, picture: fromFile, as, mask });
  const isOne = given.mask?.as === 'transparent' && given.mask.id === given.picture.id;
  return {
    nodes: redChannel(given.nodes, given.mask),
    uploads: [
      load(given.picture, isOne ? 'transparent' : 'picture'),
      ...(given.mask && !isOne ? [load(given.mask, given.mask.as)] : []),
    ],
  };
}

/** A mask that is loaded by a channel is loaded by the red one. */
function redChannel(nodes: Nodes, mask: MaskSlot | null): Nodes {
  const own = mask?.as === 'red' ? nodes[mask.id] : undefined;
  if (!mask || own?.class_type !== 'LoadImageMask') return nodes;
  return { ...nodes, [mask.id]: { ...own, inputs: { ...own.inputs, channel: 'red' } } };
}

function referencesFor(graph: ApiGraph, start: Start, { references }: GenerationRequest): Upload[] {
  if (references.length === 0) return [];
  const slots = referencesOf(graph, start);
  if (references.length > slots.length)
    throw new Error(
      slots.length === 0
        ? 'This graph loads no picture to look like.'
        : `This graph has room for ${slots.length} of the ${references.length} pictures to look like.`,
    );
  return references.flatMap((picture, at) => {
    const slot = slots[at];
    return slot ? [{ slot, picture, as: 'picture' as const, mask: null, isReference: true }] : [];
  });
}

function rowOf(nodes: Nodes, { slot, as, isReference }: Upload): Placement[] {
  const value = isReference ? 'reference' : as === 'red' ? 'mask' : 'picture';
  const after = isReference
    ? 'the picture to look like'
    : { picture: 'the old picture', red: 'the mask', transparent: 'the old picture with the mask' }[as];
  return placementAt(nodes, value, slot, after);
}

/** As it is sent. `names`: what each uploaded picture is called there, in their order. */
export function textOf(
  { sent, uploads }: Pick<Prepared, 'sent' | 'uploads'>,
  names: readonly string[],
): string {
  const nodes = Object.fromEntries(
    Object.entries(sent).map(([id, node]) => {
      const own = uploads.flatMap(({ slot }, at) => (slot.id === id ? [[slot.input, names[at]]] : []));
      return [id, { ...node, inputs: { ...node.inputs, ...Object.fromEntries(own) } }];
    }),
  );
  return stringify(nodes) ?? '{}';
}
