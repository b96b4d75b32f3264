/** What a graph of nodes says of the picture that it made. */
import type { EmbeddedText } from '../containers/index.js';
import { placeOf } from '../containers/index.js';
import type { EmbeddedPrompt, Origin } from '../reader.js';
import type { Graph, GraphNode } from './graph.js';
import { ledBy, samplersOf } from './samplers.js';
import { lorasOf, seedOf, settingsOf } from './settings.js';
import { wordsOf } from './words.js';

/** Null where no node of it draws. `source`: the text that the graph stands in. */
export function readGraph(graph: Graph, source: EmbeddedText): EmbeddedPrompt | null {
  const chain = samplersOf(graph);
  const [last, ...before] = chain;
  if (!last) return null;
  const led = ledBy(last, before);
  const place = placeOf(source);
  const at = (of: string, value: string, node: GraphNode, input: string): Origin => ({
    of,
    place,
    input,
    node: { id: node.id, type: node.type },
    value,
  });
  const prompt = wordsOf(graph, led, 'positive');
  const negative = wordsOf(graph, led, 'negative');
  const seed = seedOf(graph, chain);
  const settings = settingsOf(graph, last, prompt.nodes);
  const loras = lorasOf(graph, last);
  return {
    prompt: prompt.text,
    negativePrompt: negative.text,
    seed: seed?.value ?? null,
    settings: Object.fromEntries([...settings].map(([name, { value }]) => [name, value])),
    loras: loras.map(({ value }) => value),
    origins: [
      ...prompt.parts.map(({ text, node, input }) => at('prompt', text, node, input)),
      ...negative.parts.map(({ text, node, input }) => at('negativePrompt', text, node, input)),
      ...(seed ? [at('seed', seed.value, seed.node, seed.input)] : []),
      ...[...settings].map(([name, { value, node, input }]) => at(name, String(value), node, input)),
      ...loras.map(({ value, node, input }) => at('loras', value.name, node, input)),
    ],
    from: [source],
  };
}
