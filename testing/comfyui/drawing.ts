/** What a graph asks the double to draw, and what it draws unless a test says otherwise. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Graph, GraphNode } from './check-graph.js';

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
  /** Pictures that the node saves at once. */
  readonly count: number;
  readonly graph: Graph;
}

/** An encoded picture. `at`: which of `count`, from 0. */
export type Draw = (order: DrawOrder, at: number) => Promise<Buffer>;

const linked = (graph: Graph, value: unknown): GraphNode | undefined =>
  Array.isArray(value) ? graph[String(value[0])] : undefined;

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

export function orderOf(graph: Graph, saving: GraphNode): DrawOrder {
  const all = [...before(graph, saving)];
  const find = (input: string): unknown =>
    all.find((node) => node.inputs[input] !== undefined)?.inputs[input];
  const words = (side: string): string => {
    const from = linked(graph, find(side));
    const text = from && [...before(graph, from)].find((node) => typeof node.inputs.text === 'string');
    return String(text?.inputs.text ?? '');
  };
  return {
    positive: words('positive'),
    negative: words('negative'),
    seed: BigInt((find('seed') as number | bigint | undefined) ?? 0),
    width: Number(find('width') ?? 64),
    height: Number(find('height') ?? 64),
    denoise: Number(find('denoise') ?? 1),
    count: Number(find('batch_size') ?? 1),
    graph,
  };
}

/** One plain colour, another for every other order. */
export const drawPlain: Draw = ({ positive, negative, seed, width, height, denoise }, at) => {
  const [r = 0, g = 0, b = 0] = createHash('md5')
    .update(JSON.stringify([positive, negative, `${seed}`, denoise, at]))
    .digest();
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
};
