/** Where the values of a request go in a graph, and that nothing else of it changes. */
import { graphIn } from '@core/metadata/index.js';
import type { Graph, GraphNode } from '@testing/comfyui/check-graph.js';
import { readPython, writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import fc from 'fast-check';
import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { graphOrWhy } from './graph.js';
import { type Asked, choicesIn, placedNodes, placesIn, type Ways } from './placing.js';

const ASKED: Asked = {
  prompt: 'a fox',
  negativePrompt: 'fog',
  seed: '18446744073709551615',
  strength: null,
  width: 640,
  height: 360,
};
const OURS = { prefix: 'continuist/x', keepsSize: false, moves: {} };

const parsed = (graph: unknown) => graphOrWhy(graphIn(writePython(graph)), 'it');

function placed(graph: unknown, change: Partial<Asked> = {}, own: Ways = OURS) {
  const found = parsed(graph);
  const { placements, missing } = placesIn(found, { ...ASKED, ...change }, own);
  return {
    placements,
    missing,
    nodes: readPython(stringify(placedNodes(found.nodes, placements)) ?? '') as Graph,
  };
}

const inputsOf = (nodes: Graph, id: string): GraphNode['inputs'] => nodes[id]?.inputs ?? {};

describe('the values of a request', () => {
  it('leave a text that prompt and negative prompt share to the prompt, unless the artist says otherwise', () => {
    const graph = usualGraph();
    const shared = { ...graph, 3: { ...graph[3], inputs: { ...graph[3]?.inputs, negative: ['6', 0] } } };
    const { placements, missing, nodes } = placed(shared);
    expect(placements.filter(({ value }) => value === 'negativePrompt')).toEqual([]);
    expect(missing).toEqual(['negativePrompt']);
    expect(inputsOf(nodes, '6').text).toBe('a fox');
    const moves = { negativePrompt: [{ node: '7', input: 'text' }] };
    expect(inputsOf(placed(shared, {}, { ...OURS, moves }).nodes, '7').text).toBe('fog');
  });

  it('go where they were read, and are told as a table', () => {
    expect(placed(usualGraph()).placements).toEqual([
      {
        value: 'prompt',
        node: { id: '6', type: 'CLIPTextEncode', title: '' },
        input: 'text',
        before: 'a cat',
        after: 'a fox',
      },
      {
        value: 'negativePrompt',
        node: { id: '7', type: 'CLIPTextEncode', title: '' },
        input: 'text',
        before: 'text',
        after: 'fog',
      },
      {
        value: 'seed',
        node: { id: '3', type: 'KSampler', title: '' },
        input: 'seed',
        before: '8',
        after: ASKED.seed,
      },
      {
        value: 'width',
        node: { id: '5', type: 'EmptyLatentImage', title: '' },
        input: 'width',
        before: '64',
        after: '640',
      },
      {
        value: 'height',
        node: { id: '5', type: 'EmptyLatentImage', title: '' },
        input: 'height',
        before: '64',
        after: '360',
      },
      {
        value: 'file',
        node: { id: '9', type: 'SaveImage', title: '' },
        input: 'filename_prefix',
        before: 'ComfyUI',
        after: 'continuist/x',
      },
    ]);
  });

  it('are told by a node’s own title, where it has another than its kind', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    const titleAs = (title: string) => {
      graph['3'] = { ...(graph['3'] as GraphNode), _meta: { title } };
      return placed(graph).placements.find(({ value }) => value === 'seed')?.node.title;
    };
    expect([titleAs('KSampler'), titleAs('My sampler')]).toEqual(['', 'My sampler']);
  });

  it('leave everything else as it was, to the last digit', () => {
    const graph = {
      ...usualGraph(),
      '20': { class_type: 'Note', inputs: { n: 2n ** 63n, f: 0.1, list: { __value__: [1] } } },
    };
    const { nodes, placements } = placed(graph);
    const expected = structuredClone(graph) as unknown as Record<string, GraphNode>;
    for (const { node, input, after, value } of placements)
      inputsOf(expected, node.id)[input] = /seed|width|height/.test(value) ? readPython(after) : after;
    expect(nodes).toEqual(expected);
  });

  it('carry any seed and any words', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.string({ minLength: 1 }),
        (seed, prompt) => {
          const { nodes } = placed(usualGraph(), { seed: String(seed), prompt });
          expect(BigInt(inputsOf(nodes, '3').seed as number | bigint)).toBe(seed);
          expect(inputsOf(nodes, '6').text).toBe(prompt);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keep the size of the graph that made the picture, and follow that of the request in another', () => {
    expect(inputsOf(placed(usualGraph(), {}, { ...OURS, keepsSize: true }).nodes, '5')).toMatchObject({
      width: 64,
      height: 64,
    });
    // Sides of latents are whole multiples of 8.
    expect(inputsOf(placed(usualGraph(), { height: 363 }).nodes, '5')).toMatchObject({
      width: 640,
      height: 360,
    });
  });

  it('set the strength where there is one to set', () => {
    expect(inputsOf(placed(usualGraph(), { strength: 0.4 }).nodes, '3').denoise).toBe(0.4);
    expect(inputsOf(placed(usualGraph()).nodes, '3').denoise).toBe(1);
  });

  it('go into both inputs of an encoder that has the words twice', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    graph['6'] = {
      class_type: 'CLIPTextEncodeFlux',
      inputs: { clip_l: 'a cat', t5xxl: 'a cat', guidance: 3.5, clip: ['4', 1] },
    };
    expect(inputsOf(placed(graph).nodes, '6')).toMatchObject({
      clip_l: 'a fox',
      t5xxl: 'a fox',
      guidance: 3.5,
    });
  });

  it('change one part of words that are put together, where that is enough', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    graph['30'] = {
      class_type: 'StringConcatenate',
      inputs: { string_a: 'a cat in a hat', string_b: 'film still', delimiter: ', ' },
    };
    inputsOf(graph, '6').text = ['30', 0];
    const both = (prompt: string) => {
      const { string_a: a, string_b: b } = inputsOf(placed(graph, { prompt }).nodes, '30');
      return [a, b];
    };
    expect(both('a cat in a red hat, film still')).toEqual(['a cat in a red hat', 'film still']);
    expect(both('a cat in a hat, drawing')).toEqual(['a cat in a hat', 'drawing']);
    expect(both('a dog')).toEqual(['a dog', '']);
  });

  it('go where the artist wants them, and nowhere where that is wanted', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    graph['30'] = { class_type: 'Own', _meta: { title: 'My words' }, inputs: { words: 'old', n: 1 } };
    const moves = {
      prompt: [{ node: '30', input: 'words' }],
      seed: [{ node: '30', input: 'n' }],
      negativePrompt: [],
    };
    const { nodes, missing, placements } = placed(graph, {}, { ...OURS, moves });
    expect(inputsOf(nodes, '30')).toEqual({ words: 'a fox', n: readPython(ASKED.seed) });
    expect([inputsOf(nodes, '6').text, inputsOf(nodes, '7').text]).toEqual(['a cat', 'text']);
    expect(missing).toEqual(['negativePrompt']);
    expect(placements.find(({ value }) => value === 'prompt')?.node.title).toBe('My words');
    const { words = [], numbers = [] } = choicesIn(parsed(graph).nodes);
    expect(words).toContainEqual({
      node: '30',
      input: 'words',
      type: 'Own',
      title: 'My words',
      before: 'old',
    });
    expect(numbers.map(({ node, input }) => `${node} ${input}`)).toEqual(
      expect.arrayContaining(['30 n', '3 seed']),
    );
    expect(numbers.some(({ input }) => input === 'words' || input === 'model')).toBe(false);
    expect(words.some(({ input }) => input === 'n' || input === 'model')).toBe(false);
  });

  it('go nowhere in a graph of which nothing can be read, nor at a node that it does not have', () => {
    const { nodes } = parsed(usualGraph());
    const { placements, missing } = placesIn({ nodes, read: null }, ASKED, OURS);
    expect(placements.map(({ value }) => value)).toEqual(['file']);
    expect(missing).toEqual(['prompt', 'seed', 'negativePrompt']);
    expect(placedNodes({}, placements)).toEqual({});
    const moves = { prompt: [{ node: 'gone', input: 'text' }] };
    expect(placed(usualGraph(), {}, { ...OURS, moves }).missing).toEqual(['prompt']);
  });

  it('that have no place are named', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    graph['7'] = { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } };
    expect(placed(graph).missing).toEqual(['negativePrompt']);
    expect(placed(graph, { negativePrompt: '' }).missing).toEqual([]);
  });

  it('are saved also where the graph only shows its picture', () => {
    const graph = structuredClone(usualGraph()) as unknown as Record<string, GraphNode>;
    graph['9'] = { class_type: 'PreviewImage', inputs: { images: ['8', 0] } };
    const { nodes } = placed(graph);
    expect(nodes['9-saved']).toEqual({
      class_type: 'SaveImage',
      inputs: { images: ['8', 0], filename_prefix: 'continuist/x' },
    });
  });
});
