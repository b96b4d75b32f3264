/** A board that is written and read again is the same board. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aShot, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ImportedStoryboard, shotIdOf } from '../imported.js';
import { contextOf } from '../testing/context.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { shotsFile } from './write.js';

/** How the four naming styles write a field of several words. */
const NAMINGS = {
  camel: (words: string[]) => words.map((word, at) => (at === 0 ? word : capital(word))).join(''),
  snake: (words: string[]) => words.join('_'),
  pascal: (words: string[]) => words.map(capital).join(''),
  kebab: (words: string[]) => words.join('-'),
} as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const ROWS = 5;

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
/** A shot without words is one that no words can be put back into. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const row = fc.record({
  /** Null: the prompt describes the shot. */
  description: fc.option(words),
  prompt: words,
  negative: fc.option(text),
  seed: fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
  duration: fc.option(fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10)),
  scene: fc.option(text),
  picture: fc.boolean(),
  other: fc.option(fc.jsonValue()),
  /** A new picture counts instead of the first one. */
  regenerated: fc.option(fc.record({ prompt: words, negative: text })),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

interface Board {
  readonly naming: keyof typeof NAMINGS;
  readonly rows: readonly Row[];
  readonly repeats: boolean;
  /** Its shots were moved, last to first. */
  readonly turned: boolean;
}
const board: fc.Arbitrary<Board> = fc.record({
  naming: fc.constantFrom(...(Object.keys(NAMINGS) as (keyof typeof NAMINGS)[])),
  rows: fc.array(row, { minLength: 1, maxLength: ROWS }),
  repeats: fc.boolean(),
  turned: fc.boolean(),
});

const numberOf = (at: number, { repeats }: Board): string => String(repeats ? (at >> 1) + 1 : at + 1);

/** As a pipeline would write it; seeds past 2^53 as numbers. */
function written(drawn: Board): string {
  const name = (...words: string[]) => JSON.stringify(NAMINGS[drawn.naming](words));
  const rows = drawn.rows.map((shot, at) => {
    const fields = [
      [name('shot', 'number'), numberOf(at, drawn)],
      ...(shot.description !== null
        ? [[name('scene', 'description'), JSON.stringify(shot.description)]]
        : []),
      [name('visual', 'prompt'), JSON.stringify(shot.prompt)],
      ...(shot.negative !== null ? [[name('negative', 'prompt'), JSON.stringify(shot.negative)]] : []),
      ...(shot.seed !== null ? [[name('seed'), String(shot.seed)]] : []),
      ...(shot.duration !== null ? [[name('duration'), String(shot.duration)]] : []),
      ...(shot.scene !== null ? [[name('scene'), JSON.stringify(shot.scene)]] : []),
      ...(shot.picture ? [[name('image', 'path'), JSON.stringify(firstPath(at))]] : []),
      ...(shot.other !== null ? [['"camera_notes"', JSON.stringify(shot.other)]] : []),
    ];
    return `{${fields.map(([key, value]) => `${key}:${value}`).join(',')}}`;
  });
  return `{${name('title', 'id')}:"Walk",${name('shots')}:[${rows.join(',')}]}`;
}

/** Not in a folder of keyframes, where its name alone would say whose it is. */
const firstPath = (at: number): string => `pictures/${at}.png`;
const madePath = (at: number): string => `.continuist/takes/made-${at}.png`;

/** The review of what was read, with the new pictures of `drawn` picked. */
function reviewOf(read: ImportedStoryboard, drawn: Board): Records {
  const shots: Shot[] = [];
  const takes: Take[] = [];
  for (const [at, source] of read.shots.entries()) {
    const [first] = source.takes;
    const made = drawn.rows[at]?.regenerated;
    if (first) takes.push({ ...aTake(at), path: first.path, prompt: first.prompt, seed: first.seed });
    if (made)
      takes.push({
        ...aTake(at),
        id: `made-${at}`,
        path: madePath(at),
        prompt: made.prompt,
        negativePrompt: made.negative,
        origin: { kind: 'regenerated', fromTakeId: `take-${at}`, requestId: 'r' },
      });
    const pickId = made ? `made-${at}` : first ? `take-${at}` : null;
    shots.push({
      ...aShot(at),
      id: shotIdOf('shots.json', source.number, at),
      position: drawn.turned ? read.shots.length - 1 - at : at,
      number: source.number,
      description: source.description,
      pickId,
    });
  }
  const byId = <T extends { id: string }>(all: readonly T[]) =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  const storyboard = {
    id: 'board',
    title: read.title,
    source: { kind: 'pipeline' as const, name: 'shots.json', format: 'story-pipeline' },
    styleBrief: '',
    createdAt: 0,
  };
  return { ...EMPTY_RECORDS, storyboard: { board: storyboard }, shot: byId(shots), take: byId(takes) };
}

it('reads, writes and reads again the same board, with the picks and prompts that were decided', async () => {
  const pictures = Array.from({ length: ROWS }, (_, at) => [firstPath(at), madePath(at)]).flat();
  const folder = await folderWith(Object.fromEntries(pictures.map((path) => [path, ''])));
  const file = join(folder, 'shots.json');
  await fc.assert(
    fc.asyncProperty(board, async (drawn) => {
      await writeFile(file, written(drawn));
      const before = await readStoryboard(file);
      const records = reviewOf(before, drawn);
      await writeFile(file, await shotsFile(contextOf(records, { folder }, { target: folder })));
      const shots = before.shots.map((shot, at) => {
        const row = drawn.rows[at];
        if (!row?.regenerated) return shot;
        const take = {
          path: madePath(at),
          prompt: row.regenerated.prompt,
          negativePrompt: row.regenerated.negative,
          seed: row.seed === null ? null : String(row.seed),
          settings: {},
          selected: true,
        };
        return { ...shot, takes: [take] };
      });
      expect(await readStoryboard(file)).toEqual({ ...before, shots });
    }),
    { numRuns: 200 },
  );
});
