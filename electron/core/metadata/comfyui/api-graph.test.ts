import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { pngWith } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { graphIn, graphOfPicture } from './api-graph.js';

const DRAWING = {
  '3': {
    class_type: 'KSampler',
    inputs: { seed: 5, cfg: 7.5, positive: ['6', 0] },
    _meta: { title: 'Draw' },
  },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: 'a fox' } },
};
const GRAPH = JSON.stringify(DRAWING).replace('"seed":5', '"seed":18446744073709551615');
const WORKFLOW = { nodes: [], links: [] };

it.each<[how: string, text: string]>([
  ['as it is', GRAPH],
  ['with its name before it', `Prompt: ${GRAPH}`],
  ['with its name right before it', `prompt:${GRAPH}`],
  ['with its name and space before it', `\n  WORKFLOW  :\n  ${GRAPH}`],
  ['beside the interface’s', `{"prompt":${GRAPH},"workflow":{"nodes":[],"links":[]}}`],
  ['as a text', JSON.stringify({ prompt: GRAPH })],
  ['as a text of a text', JSON.stringify(GRAPH)],
])('finds a graph %s, and what it draws from, with its seed to the last digit', (_how, text) => {
  const found = graphIn(text);
  if (found.kind !== 'graph') throw new Error(found.kind);
  const { nodes, read } = found.graph;
  expect(Object.keys(nodes)).toEqual(['3', '6']);
  expect(nodes['3']?._meta).toEqual({ title: 'Draw' });
  expect(nodes['6']).toEqual(DRAWING['6']);
  expect(String(nodes['3']?.inputs.seed)).toBe('18446744073709551615');
  expect(read).toMatchObject({ prompt: 'a fox', seed: '18446744073709551615', settings: { cfg: 7.5 } });
});

it('reads nothing of a graph that does not draw, and bears NaN', () => {
  const found = graphIn('{"1":{"class_type":"Note","inputs":{"is_changed":[NaN]}}}');
  expect(found).toMatchObject({ kind: 'graph', graph: { read: null } });
});

it.each<[text: string, kind: 'workflow' | 'none']>([
  [JSON.stringify(WORKFLOW), 'workflow'],
  [JSON.stringify({ nodes: [], links: {} }), 'workflow'],
  [JSON.stringify({ workflow: WORKFLOW }), 'workflow'],
  [JSON.stringify({ workflow: JSON.stringify(WORKFLOW) }), 'workflow'],
  [JSON.stringify({ nodes: [] }), 'none'],
  [JSON.stringify({ links: [] }), 'none'],
  [JSON.stringify({ nodes: {}, links: [] }), 'none'],
  ['{}', 'none'],
  ['[]', 'none'],
  ['a fox', 'none'],
  ['{"prompt":"a fox"}', 'none'],
  ['{"1":{"class_type":"Note"}}', 'none'],
  ['{"1":{"class_type":5,"inputs":{}}}', 'none'],
  [`{"1":{"class_type":"Note","inputs":{}},"extra":5}`, 'none'],
])('finds in %s: %s', (text, kind) => {
  expect(graphIn(text)).toEqual({ kind });
});

it('finds the graph of a picture before the interface’s, which it tells from no graph', async () => {
  const workflow = JSON.stringify(WORKFLOW);
  const folder = await folderWith({
    'both.png': await pngWith({ workflow, prompt: GRAPH }),
    'workflow.png': await pngWith({ workflow }),
    'none.png': await pngWith({ parameters: 'a fox' }),
  });
  const kinds = await Promise.all(
    ['both.png', 'workflow.png', 'none.png', 'gone.png'].map((name) => graphOfPicture(join(folder, name))),
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['graph', 'workflow', 'none', 'none']);
});
