/** "This goes there": where in a graph the values of a request are put, as plain data, and the graph with them. */
import type { ApiGraph, FoundGraph } from '@core/metadata/index.js';
import { LosslessNumber, stringify } from 'lossless-json';
import type { GenerationRequest } from '../generator.js';

/** One value that goes into the graph. */
export interface Placement {
  readonly value: 'prompt' | 'negativePrompt' | 'seed' | 'strength' | 'width' | 'height' | 'file';
  readonly node: { readonly id: string; readonly type: string };
  readonly input: string;
  /** What stands there, as text. */
  readonly before: string;
  readonly after: string;
}

export type Asked = Pick<
  GenerationRequest,
  'prompt' | 'negativePrompt' | 'seed' | 'strength' | 'width' | 'height'
>;

/** What a graph takes. Read once from its text, and shown before it is first used. */
export interface Places {
  readonly placements: readonly Placement[];
  /** What was asked and has no place in it. */
  readonly missing: readonly Placement['value'][];
}

type Origin = NonNullable<ApiGraph['read']>['origins'][number];

/** Sides of what is drawn small are whole multiples of it. */
const LATENT_STEP = 8;

/**
 * `keepsSize`: the graph made the picture that is replaced, so its sides stay; of another graph they follow what is
 * asked. `prefix`: what the picture is called on the server.
 */
export function placesIn(
  graph: ApiGraph,
  asked: Asked,
  { prefix, keepsSize }: { prefix: string; keepsSize: boolean },
): Places {
  const { read } = graph;
  const of = (value: string): Origin[] => read?.origins.filter((one) => one.of === value && one.node) ?? [];
  const words = [
    ...placedWords(graph, 'prompt', of('prompt'), read?.prompt ?? '', asked.prompt),
    ...placedWords(
      graph,
      'negativePrompt',
      of('negativePrompt'),
      read?.negativePrompt ?? '',
      asked.negativePrompt,
    ),
  ];
  const numbers = [
    ...placed(graph, 'seed', of('seed'), asked.seed),
    ...(asked.strength === null ? [] : placed(graph, 'strength', of('denoise'), String(asked.strength))),
    ...(keepsSize
      ? []
      : [
          ...placed(graph, 'width', of('width'), side(of('width'), asked.width)),
          ...placed(graph, 'height', of('height'), side(of('height'), asked.height)),
        ]),
  ];
  const saving = savingNode(graph);
  const files = saving ? placed(graph, 'file', [saving], prefix) : [];
  const placements = [...words, ...numbers, ...files];
  const has = (value: Placement['value']): boolean => placements.some((one) => one.value === value);
  const wanted: Placement['value'][] = ['prompt', 'seed'];
  if (asked.negativePrompt !== '') wanted.push('negativePrompt');
  if (asked.strength !== null) wanted.push('strength');
  return { placements, missing: wanted.filter((value) => !has(value)) };
}

/** What the graph takes of a request: what it has a place for. */
export function takes(graph: ApiGraph): {
  readonly seed: boolean;
  readonly negative: boolean;
  readonly prompt: boolean;
} {
  const has = (of: string): boolean => graph.read?.origins.some((one) => one.of === of) ?? false;
  return { prompt: has('prompt'), seed: has('seed'), negative: has('negativePrompt') };
}

function placed(
  graph: ApiGraph,
  value: Placement['value'],
  origins: readonly Pick<Origin, 'node' | 'input'>[],
  after: string,
): Placement[] {
  return origins.flatMap(({ node, input }) => {
    const own = node && graph.nodes[node.id];
    if (!own || !node) return [];
    return [{ value, node, input, before: String(own.inputs[input] ?? ''), after }];
  });
}

const side = ([origin]: readonly Origin[], asked: number): string => {
  const isLatent = Number(origin?.value) % LATENT_STEP === 0;
  return String(isLatent ? Math.max(LATENT_STEP, Math.round(asked / LATENT_STEP) * LATENT_STEP) : asked);
};

/**
 * A text may be put together of several parts. What only one of them changes stays with it; else all of it goes into the
 * longest, and the others become empty. Inputs of the same node that hold the same words get the same.
 */
function placedWords(
  graph: ApiGraph,
  value: 'prompt' | 'negativePrompt',
  origins: readonly Origin[],
  before: string,
  after: string,
): Placement[] {
  const byLength = [...origins].sort((a, b) => b.value.length - a.value.length);
  const [longest] = byLength;
  if (!longest) return [];
  const alone = byLength.find((part) => replaced(part.value, before, after) !== null);
  return origins.flatMap((part) => {
    const words = alone
      ? part === alone
        ? (replaced(part.value, before, after) ?? '')
        : part.value
      : part === longest
        ? after
        : '';
    const inputs = graph.nodes[part.node?.id ?? '']?.inputs ?? {};
    const same = Object.keys(inputs).filter(
      (input) => input === part.input || inputs[input] === inputs[part.input],
    );
    return placed(
      graph,
      value,
      same.map((input) => ({ ...part, input })),
      words,
    );
  });
}

/** What a part of `before` has to become so that all of it becomes `after`; null where it takes more than that. */
function replaced(part: string, before: string, after: string): string | null {
  const at = before.indexOf(part.trim());
  if (at < 0) return null;
  const [head, tail] = [before.slice(0, at), before.slice(at + part.trim().length)];
  if (!after.startsWith(head) || !after.endsWith(tail) || after.length < head.length + tail.length)
    return null;
  return after.slice(head.length, after.length - tail.length);
}

/** The node that saves the picture: the last of those that ComfyUI itself has. */
function savingNode({ nodes }: ApiGraph): Pick<Origin, 'node' | 'input'> | null {
  const found = Object.entries(nodes).findLast(([, node]) => node.class_type === 'SaveImage');
  return found ? { node: { id: found[0], type: 'SaveImage' }, input: 'filename_prefix' } : null;
}

/** The graph as it is sent. */
export function placedGraph({ nodes }: ApiGraph, placements: readonly Placement[]): string {
  const changed = new Map(
    Object.entries(nodes).map(([id, node]) => [id, { ...node, inputs: { ...node.inputs } }]),
  );
  for (const { value, node, input, after } of placements) {
    const inputs = changed.get(node.id)?.inputs;
    if (!inputs) continue;
    const isNumber = value === 'seed' || value === 'strength' || value === 'width' || value === 'height';
    inputs[input] = isNumber ? new LosslessNumber(after) : after;
  }
  return stringify(Object.fromEntries(changed)) ?? '{}';
}

/** A graph that only looks at its picture gets a node that saves it. Null where nothing of it can be saved. */
export function withSaving(graph: ApiGraph): ApiGraph | null {
  if (savingNode(graph)) return graph;
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
