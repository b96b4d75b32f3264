/** What a graph asks the double to draw, and what it draws unless a test says otherwise. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Graph, GraphNode } from './check-graph.js';
import type { Files } from './files.js';
import { ledBy } from './led-by.js';
import { linked } from './linked.js';
import type { NodeClass } from './node-class.js';
import { sizeAt } from './size-of.js';

/** What the words, numbers and pictures before a saving node come to. */
export interface DrawOrder {
  readonly positive: string;
  readonly negative: string;
  readonly seed: bigint;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 = from the words alone. */
  readonly denoise: number;
  /** Pictures that lead it beside its words, as LoadImage calls them: what it changes first. */
  readonly shown: readonly string[];
  /** Pictures that the node saves at once. */
  readonly count: number;
  readonly graph: Graph;
}

/** An encoded picture. `at`: which of `count`, from 0. */
export type Draw = (order: DrawOrder, at: number) => Promise<Buffer>;

/** The nodes before one, nearest first. */
function* before(graph: Graph, from: GraphNode): Generator<GraphNode> {
  const seen = new Set([from]);
  for (const node of seen) {
    yield node;
    for (const value of Object.values(node.inputs)) {
      const next = linked(graph, value);
      if (next) seen.add(next);
    }
  }
}

type Classes = Readonly<Record<string, NodeClass>>;

/** What the nodes before a saving one say. */
export function saidBefore(
  graph: Graph,
  saving: GraphNode,
  nodes: Classes,
): Pick<DrawOrder, 'positive' | 'negative' | 'shown' | 'seed'> {
  const all = [...before(graph, saving)];
  const { positive, negative } = samplerAmong(graph, all)?.inputs ?? {};
  const { words, shown } = ledBy(graph, nodes, positive);
  const seed = all.find(({ inputs }) => inputs.seed !== undefined)?.inputs.seed;
  return {
    positive: words,
    negative: ledBy(graph, nodes, negative).words,
    shown,
    seed: BigInt((seed as number | bigint | undefined) ?? 0),
  };
}

const samplerAmong = (graph: Graph, all: readonly GraphNode[]): GraphNode | undefined =>
  all.find(({ inputs }) => linked(graph, inputs.latent_image));

/** `nodes` and `files`: what the double has. */
export async function orderOf(
  graph: Graph,
  saving: GraphNode,
  { nodes, files }: { readonly nodes: Classes; readonly files: Files },
): Promise<DrawOrder> {
  const all = [...before(graph, saving)];
  const find = (input: string): unknown =>
    all.find((node) => node.inputs[input] !== undefined)?.inputs[input];
  const size = await sizeAt(graph, samplerAmong(graph, all)?.inputs.latent_image, files);
  return {
    ...saidBefore(graph, saving, nodes),
    width: size?.width ?? Number(find('width') ?? 64),
    height: size?.height ?? Number(find('height') ?? 64),
    denoise: Number(find('denoise') ?? 1),
    count: Number(find('batch_size') ?? 1),
    graph,
  };
}

/** One plain colour, another for every other order. */
export const drawPlain: Draw = ({ positive, negative, shown, seed, width, height, denoise }, at) => {
  const [r = 0, g = 0, b = 0] = createHash('md5')
    .update(JSON.stringify([positive, negative, shown, `${seed}`, denoise, at]))
    .digest();
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
};
