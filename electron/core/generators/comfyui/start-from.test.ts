/** A picture to start from, and a mask, in graphs that draw from words and in those that load one. */
import { type ApiGraph, graphIn } from '@core/metadata/index.js';
import type { Graph, GraphNode } from '@testing/comfyui/check-graph.js';
import { readPython, writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { abilitiesOf } from './abilities.js';
import { graphOrWhy } from './graph.js';
import type { Nodes } from './links.js';
import { type Start, startOf, withoutOurs, withPicture } from './start-from.js';

type Changed = Record<string, GraphNode>;
const parsed = (graph: unknown): ApiGraph => graphOrWhy(graphIn(writePython(graph)), 'it');
const usual = (): Changed => structuredClone(usualGraph()) as unknown as Changed;
const plain = (nodes: Nodes): Graph => readPython(stringify(nodes) ?? '') as Graph;

/** One that loads its picture, as ComfyUI's own example of it. */
function fromPicture(more: Changed = {}): Changed {
  const graph = { ...usual(), ...more };
  graph['10'] ??= { class_type: 'LoadImage', inputs: { image: 'example.png' } };
  graph['11'] = { class_type: 'ImageScale', inputs: { image: ['10', 0], width: 64, height: 64 } };
  graph['5'] = { class_type: 'VAEEncode', inputs: { pixels: ['11', 0], vae: ['4', 2] } };
  return graph;
}

const given = (graph: unknown, hasMask = false) => {
  const found = parsed(graph);
  const start = startOf(found) as Exclude<Start, { from: 'elsewhere' }>;
  const { nodes, ...slots } = withPicture(found.nodes, start, hasMask);
  return { nodes: plain(nodes), ...slots };
};

describe('a graph that draws from words', () => {
  it('gets the old picture in the place of the empty one, in its size', () => {
    const { nodes, picture, mask } = given(usual());
    expect(picture).toEqual({ id: '5-picture', input: 'image' });
    expect(mask).toBeNull();
    expect(nodes['3']?.inputs.latent_image).toEqual(['5-latent', 0]);
    expect(nodes['5-latent']).toMatchObject({
      class_type: 'VAEEncode',
      inputs: { pixels: ['5-size', 0], vae: ['4', 2] },
    });
    expect(nodes['5-size']).toMatchObject({
      class_type: 'ImageScale',
      inputs: { image: ['5-picture', 0], width: 64, height: 64, crop: 'disabled' },
    });
    // All else is as it was.
    for (const [id, node] of Object.entries(usual())) if (id !== '3') expect(nodes[id]).toEqual(node);
  });

  it('gets a mask between that and the sampler', () => {
    const { nodes, mask } = given(usual(), true);
    expect(mask).toEqual({ id: '3-mask', input: 'image', as: 'red' });
    expect(nodes['3']?.inputs.latent_image).toEqual(['3-masked', 0]);
    expect(nodes['3-masked']).toMatchObject({
      class_type: 'SetLatentNoiseMask',
      inputs: { samples: ['5-latent', 0], mask: ['3-mask', 0] },
    });
  });

  it('gets no strength that it had not where ours is taken out', () => {
    const graph = usual();
    delete (graph['3'] as GraphNode).inputs.denoise;
    expect(plain(withoutOurs(parsed(given(graph).nodes)).nodes)).toEqual(graph);
  });

  it('is as it was once ours is taken out, but for a strength that was set', () => {
    for (const hasMask of [false, true]) {
      const { nodes } = given(usual(), hasMask);
      (nodes['3'] as GraphNode).inputs.denoise = 0.4;
      expect(plain(withoutOurs(parsed(nodes)).nodes)).toEqual(usual());
    }
  });
});

describe('a graph that loads its picture', () => {
  it('gets it where it is loaded', () => {
    const { nodes, picture } = given(fromPicture());
    expect(picture).toEqual({ id: '10', input: 'image' });
    expect(nodes).toEqual(fromPicture());
  });

  it('gets a mask where it loads one, and one put in where it does not', () => {
    expect(given(fromPicture(), true).nodes['3-masked']?.inputs.samples).toEqual(['5', 0]);
    const loaded = fromPicture({
      '12': { class_type: 'LoadImageMask', inputs: { image: 'mask.png', channel: 'alpha' } },
      '13': { class_type: 'GrowMask', inputs: { mask: ['12', 0], expand: 4 } },
    });
    loaded['14'] = { class_type: 'SetLatentNoiseMask', inputs: { samples: ['5', 0], mask: ['13', 0] } };
    (loaded['3'] as GraphNode).inputs.latent_image = ['14', 0];
    expect(given(loaded, true).mask).toEqual({ id: '12', input: 'image', as: 'red' });
    // As the mask editor of ComfyUI saves it: what is transparent in the picture itself.
    (loaded['14'] as GraphNode).inputs.mask = ['10', 1];
    expect(given(loaded, true).mask).toEqual({ id: '10', input: 'image', as: 'transparent' });
    (loaded['14'] as GraphNode).inputs.mask = ['15', 0];
    loaded['15'] = { class_type: 'InvertMask', inputs: { mask: ['12', 0] } };
    expect(startOf(parsed(loaded))).toEqual({ from: 'elsewhere', why: expect.stringContaining('mask') });
  });

  it('loses of ours only the mask', () => {
    const { nodes } = given(fromPicture(), true);
    expect(plain(withoutOurs(parsed(nodes)).nodes)).toEqual(fromPicture());
  });
});

describe('what a graph can', () => {
  const can = (graph: unknown) => abilitiesOf(parsed(graph));

  it('is all of it where it is plain, but for pictures to look like', () => {
    const { capabilities, whyNot } = can(usual());
    expect(capabilities).toEqual(
      expect.arrayContaining(['txt2img', 'img2img', 'inpaint', 'seed', 'negative']),
    );
    expect(whyNot).toEqual({
      instruct: 'It is not built to change a picture as a sentence says.',
      reference: 'It loads no picture to look like.',
    });
  });

  it.each<[why: string, change: (graph: Changed) => void, words: RegExp]>([
    [
      'it draws twice',
      (graph) => {
        graph['20'] = {
          ...(graph['3'] as GraphNode),
          inputs: { ...graph['3']?.inputs, latent_image: ['3', 0] },
        };
        (graph['8'] as GraphNode).inputs.samples = ['20', 0];
      },
      /more than one pass/,
    ],
    [
      'something stands in between',
      (graph) => {
        graph['20'] = { class_type: 'DreamUp', inputs: { words: 'a' } };
        (graph['3'] as GraphNode).inputs.latent_image = ['20', 0];
      },
      /DreamUp \(node 20\) stands before/,
    ],
    [
      'it decodes in a way of its own',
      (graph) => {
        graph['8'] = { class_type: 'OwnDecode', inputs: { latent: ['3', 0] } };
      },
      /not decoded as usual/,
    ],
    [
      'it has no strength',
      (graph) => {
        delete (graph['3'] as GraphNode).inputs.denoise;
      },
      /no input for the strength/,
    ],
  ])('is not to start from a picture where %s, and says so', (_, change, words) => {
    const graph = usual();
    change(graph);
    const { capabilities, whyNot } = can(graph);
    expect(capabilities).not.toContain('img2img');
    expect(whyNot.img2img).toMatch(words);
  });

  it('is a picture to look like where it loads one beside the start', () => {
    const graph = fromPicture({ '30': { class_type: 'LoadImage', inputs: { image: 'face.png' } } });
    expect(can(graph).capabilities).not.toContain('reference');
    graph['31'] = { class_type: 'CLIPVisionEncode', inputs: { image: ['30', 0], clip_vision: ['4', 3] } };
    expect(can(graph).capabilities).toContain('reference');
  });
});
