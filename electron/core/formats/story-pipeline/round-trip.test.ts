/** A board that is written and read again is the same board. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeOf, type Inputs } from '@shared/commands/index.js';
import { applyDiff, type Records, shotsInOrder } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import fc from 'fast-check';
import { LosslessNumber, stringify } from 'lossless-json';
import { expect, it } from 'vitest';
import { fillFromPictures } from '../fill-from-pictures.js';
import type { ImportedStoryboard } from '../imported.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { type Made, recordsOf } from '../testing/records-of.js';
import { readShotsFile } from './read.js';
import { shotsFile } from './write.js';

/** How naming styles write a field of several words. */
const NAMINGS = {
  camel: (words: string[]) => words.map((word, at) => (at === 0 ? word : capital(word))).join(''),
  snake: (words: string[]) => words.join('_'),
  pascal: (words: string[]) => words.map(capital).join(''),
  kebab: (words: string[]) => words.join('-'),
  spaced: (words: string[]) => words.map(capital).join(' '),
} as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
type Name = (...words: string[]) => string;

const ROWS = 3;

/** Words for a field, of those that are in use. */
const CALLED = {
  number: [['shot', 'number'], ['shot', 'id'], ['number'], ['scene', 'id'], ['panel']],
  description: [['scene', 'description'], ['description'], ['visual'], ['action'], ['caption'], ['text']],
  prompt: [['visual', 'prompt'], ['image', 'prompt'], ['prompt'], ['start', 'frame', 'prompt']],
  picture: [['image', 'path'], ['image'], ['file'], ['frame'], ['path'], ['image', 'url']],
} as const;
const called = (kind: keyof typeof CALLED) => fc.constantFrom(...CALLED[kind].map((words) => [...words]));

/** Blank words are none. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
const seed = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const row = fc.record({
  /** Null: the prompt describes the shot. */
  description: fc.option(words),
  prompt: words,
  /** In an object beside its negative. */
  isNested: fc.boolean(),
  negative: fc.option(words),
  seed: fc.option(fc.record({ seed, isText: fc.boolean() })),
  duration: fc.option(fc.integer({ min: 1, max: 400 }).map((tenths) => `${tenths / 10}0`)),
  scene: fc.option(words.filter((one) => one.trim() === one)),
  picture: fc.boolean(),
  empty: fc.boolean(),
  other: fc.option(fc.jsonValue({ noUnicodeString: false })),
  /** A new picture counts instead of the first one. */
  made: fc.option(fc.record({ prompt: words, negativePrompt: fc.option(words, { nil: '' }), seed })),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const board = fc.record({
  naming: fc.constantFrom(...(Object.keys(NAMINGS) as (keyof typeof NAMINGS)[])),
  called: fc.record({
    number: called('number'),
    description: called('description'),
    prompt: called('prompt'),
    picture: called('picture'),
  }),
  nesting: fc.constantFrom('shots', 'root', 'scenes', 'deep', 'object', 'panels'),
  indent: fc.constantFrom('', '  ', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8', 'mark', 'utf16le'),
  rows: fc.array(row, { minLength: 1, maxLength: ROWS }),
  repeats: fc.boolean(),
  elsewhere: fc.boolean(),
});
type Board = typeof board extends fc.Arbitrary<infer T> ? T : never;

/** Without numbers, which alone would say whose they are. */
const firstPath = (at: number): string => `drawn/${['ash', 'birch', 'cedar'][at]}.png`;
const madePath = (at: number): string => `.continuist/takes/made-${at}.png`;

function rowOf(shot: Row, at: number, drawn: Board, name: Name): Record<string, unknown> {
  const { number, description, prompt, picture } = drawn.called;
  const nested = { [name('positive')]: shot.prompt, [name('negative')]: shot.negative };
  return {
    [name(...number)]: new LosslessNumber(String(drawn.repeats ? (at >> 1) + 1 : at + 1)),
    ...(shot.description !== null && { [name(...description)]: shot.description }),
    ...(shot.empty && shot.description === null && { [name(...description)]: null }),
    [name(...prompt)]: shot.isNested ? nested : shot.prompt,
    ...(shot.negative !== null && !shot.isNested && { [name('negative', 'prompt')]: shot.negative }),
    ...(shot.seed !== null && {
      [name('seed')]: shot.seed.isText ? shot.seed.seed : new LosslessNumber(shot.seed.seed),
    }),
    ...(shot.duration !== null && { [name('duration')]: new LosslessNumber(shot.duration) }),
    ...(shot.scene !== null && { [name('scene', 'title')]: shot.scene }),
    ...(shot.picture && { [name(...picture)]: firstPath(at) }),
    ...(shot.empty && !shot.picture && { [name(...picture)]: '' }),
    ...(shot.other !== null && { [name('my', 'notes')]: shot.other }),
  };
}

/** As a pipeline would write it; seeds past 2^53 as numbers. */
function written(drawn: Board): string {
  const name: Name = (...words) => NAMINGS[drawn.naming](words);
  const rows = drawn.rows.map((shot, at) => rowOf(shot, at, drawn, name));
  const half = rows.length >> 1;
  const scenes = [
    { [name('title')]: 'Night', [name('shots')]: rows.slice(0, half) },
    { [name('scene', 'number')]: new LosslessNumber('2.0'), [name('shots')]: rows.slice(half) },
  ].filter((scene) => (scene[name('shots')] as unknown[]).length > 0);
  const roots = {
    shots: { [name('title', 'id')]: 'Walk', 10: 'ten', 9: 'nine', [name('shots')]: rows },
    panels: { [name('panels')]: rows, [name('seed')]: new LosslessNumber('1e400') },
    root: rows,
    scenes: { [name('scenes')]: scenes },
    deep: {
      [name('storyboard')]: { [name('title')]: 'Walk', [name('acts')]: [{ [name('scenes')]: scenes }] },
    },
    object: { [name('shots')]: Object.fromEntries(rows.map((one, at) => [`s${at}`, one])) },
  };
  return (stringify(roots[drawn.nesting], null, drawn.indent) ?? '').replaceAll('\n', drawn.newline);
}

const encoded = (source: string, encoding: Board['encoding']): Buffer =>
  encoding === 'utf16le'
    ? Buffer.from(`\uFEFF${source}`, 'utf16le')
    : Buffer.from(encoding === 'mark' ? `\uFEFF${source}` : source);

const read = async (file: string): Promise<ImportedStoryboard> =>
  fillFromPictures(await readShotsFile(await inputAt(file)), async () => null);

const boardFolder = () => {
  const pictures = Array.from({ length: ROWS }, (_, at) => [firstPath(at), madePath(at)]).flat();
  return folderWith(Object.fromEntries(pictures.map((path) => [path, ''])));
};

it('writes what nobody changed to the character, and reads again the picks, prompts and seeds that were decided', async () => {
  const folder = await boardFolder();
  const file = join(folder, 'shots.json');
  const outside = join(folder, 'deep', 'er');
  await mkdir(outside, { recursive: true });
  const write = (records: Records, from: string, target: string) =>
    shotsFile(contextOf(records, { folder: from }, { target }));
  await fc.assert(
    fc.asyncProperty(board, async (drawn) => {
      const source = written(drawn);
      await writeFile(file, encoded(source, drawn.encoding));
      const before = await read(file);
      expect(await write(recordsOf(before), folder, folder)).toBe(source);
      const made = (at: number): Made | null => {
        const one = drawn.rows[at]?.made;
        return one ? { ...one, path: madePath(at) } : null;
      };
      const target = drawn.elsewhere ? outside : folder;
      const revised = await write(recordsOf(before, made), folder, target);
      await writeFile(join(target, 'revised.json'), revised);
      const found = await read(join(target, 'revised.json'));
      const shots = before.shots.map((shot, at) => {
        const one = made(at);
        if (!one) return shot;
        const others = shot.takes.map((take) => ({ ...take, selected: false }));
        return { ...shot, takes: [...others, { ...one, made: null, settings: {}, selected: true }] };
      });
      const here = (path: string) => relative(folder, resolve(target, path)).split(sep).join('/');
      expect(
        found.shots.map((shot) => ({
          ...shot,
          takes: shot.takes.map((take) => ({ ...take, path: here(take.path) })),
        })),
      ).toEqual(shots);
      // Once more, nothing is left to change.
      expect(await write(recordsOf(found), target, target)).toBe(revised);
    }),
    { numRuns: 200 },
  );
});

const places = fc.record({
  shotIds: fc.uniqueArray(fc.nat(ROWS - 1), { minLength: 1, maxLength: 2 }),
  beside: fc.nat(ROWS - 1),
  side: fc.constantFrom('before' as const, 'after' as const),
});

it('writes the order and the scenes that the artist made, so that they are read again, and nothing else of the rows', async () => {
  const folder = await boardFolder();
  const file = join(folder, 'shots.json');
  const elsewhere: Inputs = { id: 'm', at: 0, who: 'Ada', generator: 'none', rounds: 3 };
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(board, fc.array(places, { minLength: 1, maxLength: 4 }), async (drawn, moves) => {
      await writeFile(file, encoded(written(drawn), drawn.encoding));
      const before = await read(file);
      let records = recordsOf(before);
      const ids = shotsInOrder(records).map(({ id }) => id);
      const idAt = (at: number) => ids[at % ids.length] as string;
      for (const { shotIds, beside, side } of moves) {
        const move = { type: 'move-shots' as const, shotIds: shotIds.map(idAt), beside: idAt(beside), side };
        records = applyDiff(records, changeOf(records, move, elsewhere));
      }
      const notes: string[] = [];
      const context = contextOf(records, { folder }, { target: folder });
      const revised = await shotsFile(context, (note) => notes.push(note));
      await writeFile(file, revised);
      const found = await read(file);
      expect(notes).toEqual([]);
      const story = shotsInOrder(records);
      expect(found.shots.map(({ number, scene }) => [number, scene])).toEqual(
        story.map(({ number, scene }) => [number, scene]),
      );
      const shotOf = (id: string) => before.shots[ids.indexOf(id)];
      expect(found.shots.map((shot) => ({ ...shot, scene: null, stated: [] }))).toEqual(
        story.map(({ id }) => ({ ...shotOf(id), scene: null, stated: [] })),
      );
      if (story.some(({ id }, at) => id !== ids[at])) moved++;
    }),
    { numRuns: 300 },
  );
  expect(moved).toBeGreaterThan(50);
});

it('writes the sample as it was, to the character', async () => {
  const file = fileURLToPath(new URL('../../../../examples/lantern/shots.json', import.meta.url));
  const records = recordsOf(await read(file));
  const context = contextOf(records, { folder: dirname(file) }, { target: dirname(file) });
  expect(await shotsFile(context)).toBe(await readFile(file, 'utf8'));
});
