/** Any JSON as a shots file: read, refused in words, or none, and never anything else. */
import { ContinuistError } from '@shared/errors.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRow } from '../shot-rows/index.js';
import { areShots, pathText, rowsOf } from './rows.js';

it.each<[name: string, root: unknown, sure: boolean | null]>([
  ['a list of shots', { shots: [{ x: 1 }] }, true],
  ['numbered rows', [{ scene_id: 1 }], true],
  ['texts with pictures', [{ text: 'a fox', image: 'a.png' }], true],
  ['texts alone', [{ id: 1, text: 'a fox' }], false],
  ['items with texts', { items: [{ text: 'a fox' }] }, false],
  ['settings', { data: { a: { b: 1 } } }, null],
  ['a package', { name: 'x', scripts: { test: 'y' }, files: ['dist'] }, null],
  ['a graph of ComfyUI', { 3: { class_type: 'KSampler', inputs: { seed: 1 } } }, null],
  ['a list that is left free', { shots: null, name: 'x' }, null],
  ['words', ['a', 'b'], null],
  ['nothing', null, null],
])('tells %s', (_, root, sure) => {
  const rows = rowsOf(root, 'x.json');
  expect(rows ? areShots(root, rows) : null).toBe(sure);
});

it.each([
  ['rows by key that say nothing', { shots: { 1: {}, 2: {} } }],
  ['no row at all', { shots: {} }],
  ['a number', { shots: 3 }],
])('refuses %s in place of a list of shots', (_, root) => {
  expect(() => rowsOf(root, 'x.json')).toThrow(/shots.*a list of shots/);
  expect(rowsOf({ shots: { 1: {}, 2: { prompt: 'a fox' } } }, 'x.json')).toHaveLength(2);
});

const X = { prompt: 'a fox' };
const MILL = { title: 'Mill', shots: [X, X] };
const HELD = { title: 'T', shots: [X] };

it.each<[what: string, root: unknown, rows: object[]]>([
  ['a list', [X], [{ path: [0] }]],
  ['a list at the root', { Shots: [X, X] }, [{ path: ['Shots', 0] }, { path: ['Shots', 1] }]],
  ['an object', { shots: { 1: X, b: X } }, ['1', 'b'].map((key) => ({ path: ['shots', key], key }))],
  [
    'scenes',
    { scenes: [MILL, { shots: [X] }] },
    [
      { path: ['scenes', 0, 'shots', 0], scene: MILL },
      { path: ['scenes', 0, 'shots', 1], scene: MILL },
      { path: ['scenes', 1, 'shots', 0], scene: { shots: [X] } },
    ],
  ],
  [
    'scenes under names, of which one has its shots under names',
    { scenes: { s1: { panels: { a: X } }, s2: HELD } },
    [
      { path: ['scenes', 's1', 'panels', 'a'], key: 'a', scene: { panels: { a: X } }, sceneKey: 's1' },
      { path: ['scenes', 's2', 'shots', 0], scene: HELD, sceneKey: 's2' },
    ],
  ],
  ['what holds a list', { storyboard: HELD }, [{ path: ['storyboard', 'shots', 0], holders: [HELD] }]],
  ['scenes that are shots themselves', { scenes: [X] }, [{ path: ['scenes', 0] }]],
  [
    'scenes without shots, which are shots themselves',
    {
      scenes: [
        { ...X, shots: [] },
        { ...X, panels: {} },
        { ...X, beats: ['one'] },
      ],
    },
    [0, 1, 2].map((at) => ({ path: ['scenes', at] })),
  ],
  [
    'shots with pictures, which are none of their own',
    { shots: [{ ...X, frames: [X] }] },
    [{ path: ['shots', 0] }],
  ],
])('finds the rows of %s', (_, root, rows) => {
  const found = rowsOf(root, 'x.json')?.map(({ fields: _, ...where }) => where);
  expect(found).toEqual(rows.map((row) => ({ scene: null, holders: [], ...row })));
});

it.each<[what: string, root: unknown, field: RegExp]>([
  ['a word among shots', { shots: [X, 'a fox'] }, /x\.json, shots\[1\]: expected a shot with its fields/],
  ['nothing among shots of a scene', { scenes: [{ shots: [X] }, null] }, /scenes\[1\]: expected a shot/],
])('names %s', (_, root, said) => {
  expect(() => rowsOf(root, 'x.json')).toThrow(said);
});

it('refuses lists in lists without end', () => {
  let root: unknown = [{ shot: 1 }];
  for (let deep = 0; deep < 20; deep++) root = { scenes: root };
  expect(() => rowsOf({ storyboard: root }, 'x.json')).toThrow(/at most 8 levels deep/);
});

it('names where a row stands', () => {
  expect(pathText(['scenes', 0, 'shots', 3])).toBe('scenes[0].shots[3]');
  expect(pathText([2])).toBe('[2]');
});

const NAMES = [
  ...[
    'shots',
    'scenes',
    'storyboard',
    'Panels',
    'frames',
    'shot_number',
    'Scene-ID',
    'duration',
    'start',
    'end',
  ],
  ...['description', 'visual', 'prompt', 'negative_prompt', 'seed', 'image_path', 'images', 'camera', 'mood'],
  ...['key_elements', 'color palette', 'title', 'text', 'shot', '__proto__', 'constructor', 'positive', 'en'],
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '1',
    'a.png',
    '../b.png',
    'wide shot',
    -1,
    1e308,
    '2s',
    'file:///C:/a.png',
    '{',
    18446744073709552000,
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.double(),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  ),
}));

it('throws nothing but errors meant to be read, whatever stands where', () => {
  fc.assert(
    fc.property(value, (root) => {
      try {
        for (const { fields, path } of rowsOf(root, 'x.json') ?? []) {
          const row = readRow(fields, () => undefined);
          expect(row.seconds === null || row.seconds > 0, pathText(path)).toBe(true);
          for (const { words } of row.stated) expect(words.trim()).not.toBe('');
          for (const { path: picture } of row.pictures.all) expect(picture.trim()).not.toBe('');
        }
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ContinuistError);
      }
    }),
    { numRuns: 500 },
  );
});
