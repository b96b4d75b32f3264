import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportName } from './export-board.js';
import { exportBoard, FORMATS, WRITERS, writerOf } from './index.js';
import { pathFrom } from './path-from.js';
import { saveExport } from './save-export.js';
import { contextOf } from './testing/context.js';

const titled = (title: string): Records => {
  const records = aBoard(3);
  const [board] = Object.values(records.storyboard);
  // Of pictures: any board can be written, also one that came without a shots file.
  const source = { kind: 'images', name: 'board', format: 'images' } as const;
  return { ...records, storyboard: board ? { board: { ...board, title, source } } : {} };
};
const unhurried = async () => undefined;
const contentOf = (made: Awaited<ReturnType<typeof exportBoard>>, at = 0) => String(made.files[at]?.content);

describe('the table of formats', () => {
  it('has each id, and each writer’s, once', () => {
    for (const ids of [FORMATS.map(({ id }) => id), WRITERS.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives each writer an id that is one word, as its flag in the shell', () => {
    for (const { id } of WRITERS) expect(id).toMatch(/^[a-z]+$/);
  });

  it('says which export it does not have', () => {
    expect(() => writerOf('gif')).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND', message: expect.stringContaining('“gif”') }),
    );
  });

  it('has keys that no two exports share', () => {
    const keys = WRITERS.flatMap((writer) => writer.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(writerOf('feedback').keys).toEqual(['Mod+E']);
    for (const id of ['csv', 'edl', 'picks']) expect(writerOf(id).keys).toEqual([]);
  });
});

describe('an export', () => {
  // A brand's style says nothing of the shots.
  const ofShots = WRITERS.filter(({ id }) => id !== 'brand');
  it.each(
    ofShots.filter((one) => one.makes === 'file' && /json|csv|plain/.test(one.mediaType)).map(({ id }) => id),
  )('of %s is one file of the name that is offered', async (id) => {
    const made = await exportBoard(writerOf(id), contextOf(titled('The Lantern: Walk!')));
    expect(made.name).toBe(`The-Lantern-Walk${writerOf(id).suffix}`);
    expect(made.files.map(({ path }) => path)).toEqual([made.name]);
    expect(contentOf(made)).toContain('Mira waits under a red umbrella');
    expect(made.mediaType).toMatch(/^(application\/json|text\/csv|text\/plain)$/);
  });

  it('is named for any title so that every system takes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (title) => {
        const { name } = await exportBoard(writerOf('csv'), contextOf(titled(title)));
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,79}-scores\.csv$/u);
      }),
      { numRuns: 200 },
    );
    const named = (records: Records) => exportName(writerOf('csv'), contextOf(records));
    expect(named(titled(' ?! '))).toBe('storyboard-scores.csv');
    expect(named(titled(`--“${'a'.repeat(79)}b”--`))).toBe(`${'a'.repeat(79)}b-scores.csv`);
    expect(named(titled(`${'a'.repeat(79)}bc`))).toBe(`${'a'.repeat(79)}b-scores.csv`);
    expect(named({ ...aBoard(1), storyboard: {} })).toBe('storyboard-scores.csv');
  });

  it('names paths from where it goes', () => {
    const { board } = contextOf(aBoard(1), { folder: '/a/board' });
    expect(pathFrom({ board, target: null }, 'frames/0.png')).toBe('frames/0.png');
    expect(pathFrom({ board, target: '/a/board/out' }, 'frames/0.png')).toBe('../frames/0.png');
    expect(pathFrom({ board, target: '/a' }, 'frames/0.png')).toBe('board/frames/0.png');
  });

  it('is on the disk whole, in folders that are made for it, over what was there', async () => {
    const folder = await folderWith({ 'out/x.csv': 'before' });
    const made = await exportBoard(writerOf('csv'), contextOf(aBoard(2)));
    for (const path of [join(folder, 'out', 'x.csv'), join(folder, 'new', 'deep', 'y.csv')]) {
      await saveExport(made, path, unhurried);
      expect(await readFile(path, 'utf8')).toBe(contentOf(made));
    }
    expect(await readdir(join(folder, 'out'))).toEqual(['x.csv']);
  });
});

describe('the picks', () => {
  it('are copied into a folder in story order, each named for its shot', async () => {
    const folder = await folderWith({
      'frames/0.png': 'first',
      'frames/1.png': 'second',
      'frames/2.PNG': 'third',
    });
    const base = aBoard(4);
    const shot = {
      ...base.shot,
      'shot-0': { ...base.shot['shot-0'], position: 2, number: '12 – A/b' },
      'shot-2': { ...base.shot['shot-2'], position: 0 },
      'shot-3': { ...base.shot['shot-3'], pickId: null },
    } as Records['shot'];
    const take = {
      ...base.take,
      'take-2': { ...base.take['take-2'], path: 'frames/2.PNG' },
    } as Records['take'];
    const context = contextOf({ ...base, shot, take }, { folder });
    const made = await exportBoard(writerOf('picks'), context);
    expect(made).toMatchObject({ name: 'Harbour-picks', makes: 'folder' });
    const out = join(folder, 'out');
    await mkdir(out);
    await writeFile(join(out, 'kept.txt'), '');
    await saveExport(made, out, unhurried);
    const names = (await readdir(out)).sort();
    expect(names).toEqual(['001_shot-3.png', '002_shot-2.png', '003_shot-12-A-b.png', 'kept.txt']);
    expect(await readFile(join(out, '001_shot-3.png'), 'utf8')).toBe('third');
    expect(await readFile(join(out, '003_shot-12-A-b.png'), 'utf8')).toBe('first');
  });

  it('of more than a thousand shots still sort in order', async () => {
    const made = await exportBoard(writerOf('picks'), contextOf(aBoard(1001)));
    const names = made.files.map(({ path }) => path);
    expect([...names].sort()).toEqual(names);
  });
});
