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
