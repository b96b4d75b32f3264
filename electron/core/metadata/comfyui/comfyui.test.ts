import { expect, it } from 'vitest';
import { exifText, pngText } from '../testing/texts.js';
import { comfyui } from './index.js';

const GRAPH = JSON.stringify({
  3: { class_type: 'KSampler', inputs: { seed: 5, positive: ['6', 0] } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: 'a fox' } },
});
const WORKFLOW = JSON.stringify({
  nodes: [
    { id: 3, type: 'KSampler', inputs: [{ name: 'positive', link: 4 }], widgets_values: [7] },
    { id: 6, type: 'CLIPTextEncode', widgets_values: ['an owl'] },
  ],
  links: [[4, 6, 0, 3, 0, 'CONDITIONING']],
});
const graph = pngText('prompt', GRAPH);
const workflow = pngText('workflow', WORKFLOW);

it('reads what was run before what was drawn up, wherever they stand', () => {
  expect(comfyui.read([workflow, graph])).toMatchObject({ prompt: 'a fox', seed: '5' });
  expect(comfyui.read([workflow])).toMatchObject({ prompt: 'an owl', seed: '7' });
  expect(comfyui.read([exifText('Make', `prompt:${GRAPH}`)])?.prompt).toBe('a fox');
  expect(comfyui.read([pngText('c', `{"workflow":${WORKFLOW},"prompt":${GRAPH}}`)])?.prompt).toBe('a fox');
  expect(comfyui.read([pngText('c', JSON.stringify({ workflow: WORKFLOW }))])?.prompt).toBe('an owl');
  expect(comfyui.read([pngText('c', JSON.stringify({ prompt: GRAPH }))])?.prompt).toBe('a fox');
  expect(comfyui.read([pngText('prompt', JSON.stringify(GRAPH))])?.prompt).toBe('a fox');
});

it('reads on where the first graph says nothing, and keeps what it says where none says more', () => {
  const silent = pngText('prompt', GRAPH.replace('a fox', ''));
  expect(comfyui.read([silent, workflow])).toMatchObject({ prompt: 'an owl', seed: '7' });
  expect(comfyui.read([silent])).toMatchObject({ prompt: '', seed: '5' });
});

it('takes graphs for read, and what says that it is one', () => {
  const named = exifText('ImageDescription', 'Workflow: none');
  const others = [
    pngText('notes', 'a class_type'),
    pngText('odd', '{"nodes":[],"links":[]}'),
    exifText('Make', 'my workflow: none'),
    { ...pngText('none', ''), text: null },
  ];
  expect(comfyui.read([...others, graph, workflow, named])?.from).toEqual([graph, workflow, named]);
});

it.each<[text: string | null, sure: number]>([
  [GRAPH, 1],
  [WORKFLOW, 1],
  ['{"nodes":[]}', 0],
  ['{"links":[]}', 0],
  ['a fox', 0],
  [null, 0],
])('of %j it is as sure as %j', (text, sure) => {
  expect(comfyui.recognises([{ ...pngText('x', ''), text }])).toBe(sure);
});

it('reads nothing of a graph that draws nothing', () => {
  expect(comfyui.read([pngText('prompt', '{"1":{"class_type":"Note","inputs":{}}}')])).toBeNull();
});
