import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { KeptSince } from './kept-since.js';

const keptIn = async () => join(await temporaryFolder(), 'since.json');

it('counts all decisions until the artist begins anew, of that board and skill alone', async () => {
  const path = await keptIn();
  const kept = new KeptSince(path);
  expect(await kept.of('board')).toEqual({});
  await kept.put('board', 'side', 1000);
  await kept.put('board', 'colour', 2000);
  await kept.put('other', 'side', 3000);
  const later = new KeptSince(path);
  expect(await later.of('board')).toEqual({ side: 1000, colour: 2000 });
  expect(await later.of('other')).toEqual({ side: 3000 });
  expect(await later.of('third')).toEqual({});
});

it('takes a later beginning for the earlier one, and counts all again when that is taken back', async () => {
  const kept = new KeptSince(await keptIn());
  await kept.put('board', 'colour', 500);
  await kept.put('board', 'side', 1000);
  await kept.put('board', 'side', 2000);
  expect(await kept.of('board')).toEqual({ colour: 500, side: 2000 });
  await kept.put('board', 'side', null);
  expect(await kept.of('board')).toEqual({ colour: 500 });
  await kept.put('new', 'side', null);
  expect(await kept.of('new')).toEqual({});
});

it.each(['{"board":{"side":', '{"board":{"nothing":1000}}', '[]', ''])(
  'counts all where its file is “%s”, puts that aside, and goes on',
  async (text) => {
    const path = await keptIn();
    await writeFile(path, text);
    const kept = new KeptSince(path);
    expect(await kept.of('board')).toEqual({});
    await kept.put('board', 'side', 1000);
    expect(await kept.of('board')).toEqual({ side: 1000 });
    const [aside, ...others] = (await readdir(dirname(path))).filter((name) => name !== 'since.json');
    expect(others).toEqual([]);
    expect(await readFile(join(dirname(path), aside ?? ''), 'utf8')).toBe(text);
    await kept.put('board', 'side', 2000);
    expect(await readdir(dirname(path)), 'what can be read is put aside no more').toHaveLength(2);
  },
);

it('loses of a file only the boards in it that cannot be read', async () => {
  const path = await keptIn();
  const text = '{"whole":{"side":1000},"broken":{"side":"noon"}}';
  await writeFile(path, text);
  const kept = new KeptSince(path);
  expect(await kept.of('whole')).toEqual({ side: 1000 });
  expect(await kept.of('broken')).toEqual({});
  await kept.put('third', 'colour', 3000);
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    whole: { side: 1000 },
    third: { colour: 3000 },
  });
});
