import type { Placing } from '@shared/contract/index.js';
import { expect, it } from 'vitest';
import { noteOnPlacings, placingTold } from './placings.js';

const PLACING: Placing = {
  shape: 's',
  generator: 'comfyui',
  graph: 'the graph in shot_001.png',
  nodes: 9,
  added: ['5-picture'],
  rows: [
    {
      value: 'prompt',
      node: { id: '6', type: 'CLIPTextEncode', title: 'Positive' },
      input: 'text',
      before: 'a cat',
      after: `a fox\n${'very '.repeat(30)}red`,
    },
    {
      value: 'picture',
      node: { id: '5-picture', type: 'LoadImage', title: '' },
      input: 'image',
      before: '',
      after: 'the old picture',
    },
  ],
  missing: ['negativePrompt'],
  choices: { words: [], numbers: [] },
  waiting: 2,
};

it('says line by line what goes where, what was put in and what has no place', () => {
  expect(placingTold(PLACING).split('\n')).toEqual([
    'Used for the first time: the graph in shot_001.png, 9 nodes. This goes there:',
    expect.stringMatching(
      /^ {2}prompt {17}“Positive”, CLIPTextEncode \(node 6\), text: “a cat” becomes “a fox very .*…”$/,
    ),
    '  picture to start from  LoadImage (node 5-picture, put in), image: nothing becomes “the old picture”',
    '  negative prompt        has no place in it, and is left out',
  ]);
});

it('says at the end how many wait and how to go on, and nothing where none does', () => {
  expect(noteOnPlacings([PLACING, { ...PLACING, waiting: 1 }])).toMatch(/kept: 3\. .*--allow-graphs\.$/);
  expect(noteOnPlacings([])).toBeNull();
});
