/**
 * The prompt and seed inside a ComfyUI picture: the API graph in its `prompt` field, walked back from the node
 * that saved the image to the sampler and from there to the words. Follows ComfyUI's own node and input names.
 */
import { seedOf as seedIn } from '@core/fields/index.js';
import { isLosslessNumber, parse } from 'lossless-json';
import type { EmbeddedPrompt } from '../reader.js';

type Link = readonly [node: string, output: number];
interface GraphNode {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
type Graph = ReadonlyMap<string, GraphNode>;

const TEXT_INPUTS = ['text', 'text_g', 'text_l', 't5xxl', 'clip_l', 'clip_g', 'prompt', 'string', 'value'];
const CONDITIONING_INPUTS = [
  'positive',
  'guider',
  'cond1',
  'cond2',
  'conditioning',
  'conditioning_1',
  'conditioning_2',
  'conditioning_to',
  'conditioning_from',
];
const SETTING_INPUTS = [
  'steps',
  'cfg',
  'sampler_name',
  'scheduler',
  'denoise',
  'guidance',
  'width',
  'height',
];
const MODEL_INPUTS = ['ckpt_name', 'unet_name', 'model_name'];

/** Null when the text is not a ComfyUI API graph or no sampler can be found in it. */
export function readComfyGraph(text: string): EmbeddedPrompt | null {
  const graph = graphOf(text);
  if (!graph) return null;
  const sampler = lastSampler(graph);
  if (!sampler) return null;
  const chain = samplerChain(graph, sampler);
  const guider = graph.get(linkOf(sampler.inputs.guider)?.[0] ?? '');
  const prompt = textFrom(graph, [sampler.inputs.positive, sampler.inputs.guider]);
  const negativePrompt = textFrom(graph, [sampler.inputs.negative, guider?.inputs.negative]);
  return { prompt, negativePrompt, seed: seedOf(graph, chain), settings: settingsOf(graph, chain) };
}

function graphOf(text: string): Graph | null {
  let root: unknown;
  try {
    // Nodes that change every time write NaN; JSON has no such word. Strings are matched first and stay.
    root = parse(
      text.replace(/"(?:\\[\s\S]|[^"\\])*"?|-?\b(?:NaN|Infinity)\b/g, (word) =>
        word[0] === '"' ? word : 'null',
      ),
    );
  } catch {
    return null;
  }
  if (typeof root !== 'object' || root === null) return null;
  const nodes = new Map<string, GraphNode>();
  for (const [id, value] of Object.entries(root)) {
    const node = value as { class_type?: unknown; inputs?: unknown } | null;
    if (typeof node?.class_type !== 'string' || typeof node.inputs !== 'object' || !node.inputs) continue;
    nodes.set(id, { type: node.class_type, inputs: node.inputs as Record<string, unknown> });
  }
  return nodes.size > 0 ? nodes : null;
}

function linkOf(value: unknown): Link | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [node, output] = value as unknown[];
  const isNode = typeof node === 'string' || isLosslessNumber(node);
  return isNode && isLosslessNumber(output) ? [String(node), Number(String(output))] : null;
}

const isSampler = (node: GraphNode): boolean =>
  linkOf(node.inputs.positive) !== null && linkOf(node.inputs.latent_image) !== null
    ? true
    : linkOf(node.inputs.guider) !== null;

/** Breadth first from the saving nodes against the direction of the links: the sampler nearest to the picture. */
function lastSampler(graph: Graph): GraphNode | null {
  const saving = [...graph.values()].filter(({ type }) =>
    /Save.{0,100}(Image|WEBP|WEBM|Animated)|PreviewImage/i.test(type),
  );
  return firstUpstream(graph, saving, isSampler) ?? [...graph.values()].findLast(isSampler) ?? null;
}

function firstUpstream(
  graph: Graph,
  from: readonly GraphNode[],
  test: (node: GraphNode) => boolean,
): GraphNode | null {
  // A set is walked in the order in which nodes are added to it, also during the walk.
  const seen = new Set(from);
  for (const node of seen) {
    if (test(node)) return node;
    for (const value of Object.values(node.inputs)) {
      const next = graph.get(linkOf(value)?.[0] ?? '');
      if (next) seen.add(next);
    }
  }
  return null;
}

/** The sampler and those whose latents it goes on from, last first. */
function samplerChain(graph: Graph, last: GraphNode): GraphNode[] {
  const chain = new Set([last]);
  for (const end of chain) {
    const source = graph.get(linkOf(end.inputs.latent_image)?.[0] ?? '');
    const next = source ? firstUpstream(graph, [source], isSampler) : null;
    if (next) chain.add(next);
  }
  return [...chain];
}

/** The words behind the given links, each once, in the order they are met. However long the way to them is. */
function textFrom(graph: Graph, links: readonly unknown[]): string {
  const found = new Set<string>();
  const seen = new Set<GraphNode>();
  // Last in, first out: what is met first is at the end.
  const ahead = links.map((link) => () => visit(link)).reverse();
  const goOn = (steps: readonly (() => void)[]) => ahead.push(...[...steps].reverse());
  const visit = (value: unknown): void => {
    const [id = '', output] = linkOf(value) ?? [];
    const node = graph.get(id);
    // Zeroed words say nothing: what such a node is fed is the other side's text.
    if (!node || seen.has(node) || node.type === 'ConditioningZeroOut') return;
    seen.add(node);
    const { inputs } = node;
    // A control net passes both sides on: positive at output 0, negative at output 1.
    if (linkOf(inputs.positive) && linkOf(inputs.negative)) {
      goOn([() => visit(output === 1 ? inputs.negative : inputs.positive)]);
      return;
    }
    // A node that adds to a conditioning (an area, a box label) comes after what it adds to.
    goOn([
      ...CONDITIONING_INPUTS.map((name) => () => visit(inputs[name])),
      ...TEXT_INPUTS.map((name) => () => read(inputs[name])),
    ]);
  };
  const read = (value: unknown): void => {
    if (typeof value !== 'string') visit(value);
    else if (value.trim()) found.add(value.trim());
  };
  for (let step = ahead.pop(); step; step = ahead.pop()) step();
  return [...found].join(', ');
}

/** Where the noise comes from: the earliest sampler that adds any. */
function seedOf(graph: Graph, chain: readonly GraphNode[]): string | null {
  for (const sampler of [...chain].reverse()) {
    if (sampler.inputs.add_noise === 'disable') continue;
    const noise = graph.get(linkOf(sampler.inputs.noise)?.[0] ?? '');
    for (const value of [sampler.inputs.seed, sampler.inputs.noise_seed, noise?.inputs.noise_seed]) {
      const seed = wholeNumber(graph, value);
      if (seed !== null) return seed;
    }
  }
  return null;
}

/** Lossless: seeds reach 2^64 − 1. A link leads to a primitive that holds the number. */
function wholeNumber(graph: Graph, value: unknown, depth = 0): string | null {
  const own = seedIn(value);
  if (own !== null) return own;
  const source = graph.get(linkOf(value)?.[0] ?? '');
  if (!source || depth > 8) return null;
  for (const name of ['seed', 'noise_seed', 'value', 'int', 'number']) {
    const found = wholeNumber(graph, source.inputs[name], depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function settingsOf(graph: Graph, chain: readonly GraphNode[]): Record<string, string | number | boolean> {
  const settings: Record<string, string | number | boolean> = {};
  const [last] = chain;
  // A custom sampler has its settings in the nodes around it.
  const around = ['guider', 'sigmas', 'sampler', 'latent_image'].map((input) =>
    graph.get(linkOf(last?.inputs[input])?.[0] ?? ''),
  );
  for (const node of [last, ...around]) {
    for (const name of SETTING_INPUTS) {
      const value = node?.inputs[name];
      if (name in settings) continue;
      if (isLosslessNumber(value)) settings[name] = Number(value.toString());
      else if (typeof value === 'string') settings[name] = value;
    }
  }
  const model = last
    ? firstUpstream(graph, [last], (node) => MODEL_INPUTS.some((name) => name in node.inputs))
    : null;
  const name = MODEL_INPUTS.map((input) => model?.inputs[input]).find((value) => typeof value === 'string');
  if (typeof name === 'string') settings.model = name;
  const loras = [...graph.values()]
    .map(({ inputs }) => inputs.lora_name)
    .filter((lora) => typeof lora === 'string');
  if (loras.length > 0) settings.loras = loras.join(', ');
  return settings;
}
