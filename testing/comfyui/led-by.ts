/** What leads a sampler on one of its sides: words, and pictures that are shown to it with them. */
import type { Graph } from './check-graph.js';
import { linked } from './linked.js';
import type { NodeClass } from './node-class.js';

interface Led {
  readonly words: string;
  /** What LoadImage calls them; what joined the words first comes first. */
  readonly shown: readonly string[];
}

type Classes = Readonly<Record<string, NodeClass>>;

/** `from`: what the side is linked to. */
export function ledBy(graph: Graph, classes: Classes, from: unknown): Led {
  const node = linked(graph, from);
  if (!node) return { words: '', shown: [] };
  const { inputs } = node;
  const [, output] = from as [id: unknown, output: number];
  // One that leads both sides at once has an output for each.
  const before = linked(graph, inputs.positive)
    ? [inputs.positive, inputs.negative][output]
    : inputs.conditioning;
  const own = classes[node.class_type]?.shown ?? [];
  const shown = own.flatMap((input) => loadedBefore(graph, inputs[input]) ?? []);
  if (before === undefined) return { words: String(inputs.text ?? inputs.prompt ?? ''), shown };
  const earlier = ledBy(graph, classes, before);
  return { words: earlier.words, shown: [...earlier.shown, ...shown] };
}

/** The picture that a link leads to, as LoadImage calls it; null where none is loaded there. */
function loadedBefore(graph: Graph, from: unknown): string | null {
  const node = linked(graph, from);
  if (!node) return null;
  const { inputs } = node;
  if (node.class_type === 'LoadImage') return String(inputs.image);
  return loadedBefore(graph, inputs.image ?? inputs.pixels ?? inputs.samples);
}
