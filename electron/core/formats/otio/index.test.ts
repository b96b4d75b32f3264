import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { otio } from './index.js';

const TRACK = { OTIO_SCHEMA: 'Track.1', children: [] };

it.each([
  ['a timeline', 'cut.otio', TRACK, 0.8],
  ['one of our own, which opens no folder', 'cut.otio', { ...TRACK, metadata: { continuist: {} } }, 0.05],
  ['one under another name', 'cut.json', TRACK, 0],
  ['another object of its kind', 'cut.otio', { OTIO_SCHEMA: 'Clip.2' }, 0],
  ['an object of no kind', 'cut.otio', {}, 0],
  ['no object', 'cut.otio', [TRACK], 0],
])('recognises %s', async (_, name, content, sure) => {
  const folder = await folderWith({ [name]: JSON.stringify(content) });
  expect(await otio.recognises(await inputAt(join(folder, name)))).toBe(sure);
});

it('recognises no file that is no JSON', async () => {
  const folder = await folderWith({ 'cut.otio': '{' });
  expect(await otio.recognises(await inputAt(join(folder, 'cut.otio')))).toBe(0);
});
