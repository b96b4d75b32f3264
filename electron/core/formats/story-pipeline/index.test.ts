import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { contextOf, writerContextOf } from '../testing/context.js';
import { charactersOf } from './characters.js';
import { storyPipeline } from './index.js';

const SHOTS = { shots: [{ shotNumber: 1, description: 'a mule' }] };

it.each<[name: string, content: string, sure: number]>([
  ['shots.json', JSON.stringify(SHOTS), 0.8],
  ['shots.txt', JSON.stringify(SHOTS), 0],
  // Texts that may be shots.
  ['a.json', JSON.stringify({ items: [{ description: 'a mule' }] }), 0.3],
  ['a.json', '{"name": "a mule"}', 0],
  ['a.json', '{', 0],
  // Reading it says what is wrong with its list.
  ['a.json', '{"shots": 7}', 0.2],
])('is %s with %s a shots file: as sure as %d', async (name, content, sure) => {
  const folder = await folderWith({ [name]: content });
  expect(await storyPipeline.recognises(await inputAt(join(folder, name)))).toBe(sure);
});

it('is written as such a file, by no key', async () => {
  const { write } = storyPipeline;
  if (write?.makes !== 'file') throw new Error('a shots file is one file');
  const bytes = await write.bytes(writerContextOf(contextOf({ ...aBoard(2), storyboard: {} })));
  expect(JSON.parse(String(bytes))).toMatchObject({ totalShots: 2, shots: [{}, {}] });
  expect(write.keys).toEqual([]);
});

const ANN = { name: 'Ann', description: 'a girl', aliases: [] };

it.each<[what: string, head: Record<string, unknown>, cast: unknown[]]>([
  ['a list', { characters: [{ name: 'Ann', look: 'a girl' }] }, [ANN]],
  ['an object of texts', { cast: { Ann: 'a girl', Bo: null, Cy: '' } }, [ANN]],
  ['an object of objects', { character_sheet: { Ann: { appearance: 'a girl' } } }, [ANN]],
  ['a name of its own', { cast: { a1: { name: 'Ann', prompt: 'a girl' } } }, [ANN]],
  ['an id for a name', { characters: [{ id: 'Ann', visual_prompt: 'a girl' }] }, [ANN]],
  [
    'other names, of which those that are texts count',
    { characters: [{ nameEn: 'Ann', prompt_en: 'a girl', nicknames: ['Annie', 7, null] }] },
    [{ ...ANN, aliases: ['Annie'] }],
  ],
  ['names that are no list', { characters: [{ ...ANN, aliases: 'Annie' }] }, [ANN]],
  ['nobody without a name or without looks', { cast: [{ look: 'a girl' }, { name: 'Ann' }, 7, null] }, []],
  ['a cast that is none', { characters: 'Ann' }, []],
  ['no cast', {}, []],
  ['the cast where the characters are none', { characters: 7, cast: [ANN] }, [ANN]],
])('has its characters from %s', (_, head, cast) => {
  expect(charactersOf(head)).toEqual(cast);
});
