/** What of another form lies in a folder with a shots file: none of it is taken for one, and each is said. */
import { PROFILE_FORMAT } from '@shared/brand.js';
import { COMMENTS_FORMAT } from '@shared/comments-form.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it } from 'vitest';
import { brandStyle } from './brand-style/index.js';
import { comments } from './comments/index.js';
import { contactSheetHtml, contactSheetPdf } from './contact-sheet/index.js';
import { csv } from './csv/index.js';
import { edl } from './edl/index.js';
import { feedback } from './feedback/index.js';
import type { Format } from './format.js';
import { images } from './images/index.js';
import { otio } from './otio/index.js';
import { picks } from './picks/index.js';
import { storyPipeline } from './story-pipeline/index.js';
import { inputOf } from './testing/input-of.js';
import { readStoryboard } from './testing/read-storyboard.js';

const saying = (format: string): string => JSON.stringify({ format });
const FEEDBACK = saying('continuist-feedback');

it.each<[format: Format, name: string, content: string, sure: number]>([
  [brandStyle, 'a.json', saying(PROFILE_FORMAT), 1],
  [brandStyle, 'a.json', FEEDBACK, 0],
  [comments, 'a.json', saying(COMMENTS_FORMAT), 1],
  [comments, 'a.json', FEEDBACK, 0],
  [feedback, 'a.json', FEEDBACK, 1],
  [feedback, 'a.json', saying(COMMENTS_FORMAT), 0],
  [feedback, 'a.json', '["continuist-feedback"]', 0],
  [feedback, 'a.json', '{', 0],
  [feedback, 'a.txt', FEEDBACK, 0],
  [images, 'a.png', '', 0.5],
  [images, 'a.json', FEEDBACK, 0],
  [contactSheetPdf, 'a.pdf', '', 0],
  [contactSheetHtml, 'a.html', '', 0],
  [picks, 'a.png', '', 0],
  [edl, 'a.edl', 'TITLE: A', 0],
])('is known by what it says: $id, in %s', async (format, name, content, sure) => {
  expect(await format.recognises(inputOf(name, Buffer.from(content)))).toBe(sure);
});

it.each([contactSheetPdf, contactSheetHtml, picks, edl])('is only written, by no key: $id', (format) => {
  expect([format.extensions, format.read, format.write?.keys]).toEqual([[], undefined, []]);
});

it('is written by the key of exports where it is what Continuist itself reads', () => {
  expect(feedback.write?.keys).toEqual(['Mod+E']);
  for (const { write } of [brandStyle, csv, otio, storyPipeline]) expect(write?.keys).toEqual([]);
});

it('is any folder, surely one of pictures where there are some', async () => {
  const folder = (names: string[]) => ({
    ...inputOf('board', Buffer.of()),
    kind: 'folder' as const,
    names: async () => names,
  });
  expect(await images.recognises(folder(['notes.txt', 'a.png']))).toBe(0.5);
  expect(await images.recognises(folder(['notes.txt']))).toBe(0.1);
  expect(await images.recognises(folder([]))).toBe(0.1);
});

it('is passed over by what it is, and the shots file is read', async () => {
  const folder = await folderWith({
    'list.csv': 'shot,description\n1,a mule\n',
    'style.json': saying(PROFILE_FORMAT),
    'said.json': saying(COMMENTS_FORMAT),
    'judged.json': FEEDBACK,
    'shot_1.png': await plainPng(),
  });
  const { source, skipped } = await readStoryboard(folder);
  expect(source.name).toBe('list.csv');
  expect(skipped).toEqual([
    { name: 'judged.json', reason: 'a feedback file of Continuist; not a source' },
    { name: 'said.json', reason: 'comments on a storyboard; not a source' },
    { name: 'style.json', reason: 'a brand style; not a source' },
  ]);
});
