/** What is said of a file or picture that a graph is looked for in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graphIn } from '@core/metadata/index.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { temporaryFolder } from '@testing/folder.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { describe, expect, it } from 'vitest';
import { graphOfFile, graphOfTake, graphOrWhy, savingSlot, takes } from './graph.js';

const usual = () => structuredClone(usualGraph()) as Record<string, ReturnType<typeof usualGraph>[string]>;
const graphOf = (graph: unknown) => graphOrWhy(graphIn(JSON.stringify(graph)), 'it');

async function fileWith(text: string | Buffer, name = 'own.json'): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, text);
  return file;
}

describe('a graph file', () => {
  it('is read also where it is long', async () => {
    const graph = { ...usual(), '20': { class_type: 'Note', inputs: { text: 'x'.repeat(200_000) } } };
    expect((await graphOfFile(await fileWith(JSON.stringify(graph)))).nodes['6']?.class_type).toBe(
      'CLIPTextEncode',
    );
  });

  it.each([
    ['is no graph', 'a cat', /^own\.json holds no graph of ComfyUI\.$/],
    [
      'is what the window keeps',
      JSON.stringify({ nodes: [{ id: 1, type: 'KSampler' }], links: [] }),
      /^own\.json is a workflow as ComfyUI’s window keeps it, which cannot be run\. In ComfyUI, open it/,
    ],
    [
      'saves nothing',
      JSON.stringify({ ...usual(), '9': { class_type: 'Note', inputs: {} } }),
      /^The graph in own\.json saves no picture\.$/,
    ],
    [
      'takes no words',
      JSON.stringify({
        '1': { class_type: 'LoadImage', inputs: { image: 'a.png' } },
        '2': { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'x' } },
      }),
      /^The graph in own\.json has no node that takes a prompt\. In ComfyUI, open it/,
    ],
  ])('that %s says so', async (_, text, why) => {
    await expect(graphOfFile(await fileWith(text))).rejects.toThrow(why);
  });

  it('that is gone says so by its name', async () => {
    await expect(graphOfFile(join(await temporaryFolder(), 'gone.json'))).rejects.toThrow(
      /^The graph file gone\.json cannot be read: /,
    );
  });
});

it('a picture has its graph in it, or says where one can come from', async () => {
  const plain = await plainPng();
  await expect(graphOfTake(await fileWith(plain, 'plain.png'))).rejects.toThrow(
    /^This picture has no ComfyUI graph in it\. Name a graph file in the settings of the generator\./,
  );
  const made = await fileWith(withTexts(plain, { prompt: JSON.stringify(usual()) }), 'made.png');
  expect(takes(await graphOfTake(made))).toEqual({
    prompt: true,
    seed: true,
    negative: true,
    strength: true,
  });
});

it('a graph takes what it has a place for', () => {
  const graph = usual();
  graph['7'] = { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } };
  delete graph['3']?.inputs.denoise;
  expect(takes(graphOf(graph))).toEqual({ prompt: true, seed: true, negative: false, strength: false });
  expect(takes({ nodes: {}, read: null })).toEqual({
    prompt: false,
    seed: false,
    negative: false,
    strength: false,
  });
});

it('the picture is saved by the last node that does, or else beside the last that shows one', () => {
  const graph = usual();
  expect(savingSlot(graphOf({ ...graph, '12': graph['9'] }))).toEqual({ id: '12', input: 'filename_prefix' });
  const { '9': _, ...shown } = graph;
  const nodes = graphOf({
    ...shown,
    '12': { class_type: 'PreviewImage', inputs: { images: ['8', 0] } },
    '13': { class_type: 'OwnPreview', inputs: { image: ['8', 0] } },
    '14': { class_type: 'Note', inputs: { image: 'a.png' } },
  }).nodes;
  expect(Object.keys(nodes).filter((id) => id.endsWith('-saved'))).toEqual(['13-saved']);
});
