import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { JsonEdits } from './json-edits.js';
import { RowEdits, type WrittenTake } from './row-edits.js';

/** The row after `change`. */
function changed(row: string, change: (edits: RowEdits) => void): string {
  const text = new JsonEdits(row);
  const fields = parse(row) as Record<string, unknown>;
  change(new RowEdits({ fields, path: [], scene: null, holders: [] }, text));
  return text.toString();
}

const take = (path: string, more: Partial<WrittenTake> = {}): WrittenTake => ({
  path,
  prompt: '',
  negativePrompt: '',
  seed: null,
  ...more,
});

describe('what is put into a row', () => {
  it.each<[what: string, row: string, change: (edits: RowEdits) => void, after: string]>([
    ['the prompt under its name', '{"prompt": "a"}', (row) => row.words('prompt', 'b'), '{"prompt": "b"}'],
    ['nothing that is the same', '{"prompt": "a"}', (row) => row.words('prompt', 'a'), '{"prompt": "a"}'],
    ['no empty prompt where there is none', '{"shot": 1}', (row) => row.words('prompt', ''), '{"shot": 1}'],
    [
      'in the way of its other names: with lines',
      '{"shot_number": 1}',
      (row) => row.words('negativePrompt', 'b'),
      '{"shot_number": 1,"negative_prompt": "b"}',
    ],
    [
      'with dashes',
      '{"shot-number": 1}',
      (row) => row.words('prompt', 'b'),
      '{"shot-number": 1,"visual-prompt": "b"}',
    ],
    ['with spaces', '{"shot no": 1}', (row) => row.picture('b.png'), '{"shot no": 1,"image path": "b.png"}'],
    [
      'with capitals',
      '{"Shot": 1, "Mood": "x"}',
      (row) => row.description('b'),
      '{"Shot": 1, "Mood": "x", "SceneDescription": "b"}',
    ],
    [
      'with capitals within, where one name is small',
      '{"Shot": 1, "mood": "x"}',
      (row) => row.description('b'),
      '{"Shot": 1, "mood": "x", "sceneDescription": "b"}',
    ],
    ['so of a row without any', '{}', (row) => row.words('prompt', 'b'), '{"visualPrompt": "b"}'],
    [
      'into a field that is empty',
      '{"shot_number": 1, "prompt": null}',
      (row) => row.words('prompt', 'b'),
      '{"shot_number": 1, "prompt": "b"}',
    ],
    [
      'a seed as a number',
      '{"seed": 7}',
      (row) => row.seed('18446744073709551615'),
      '{"seed": 18446744073709551615}',
    ],
    ['a seed as a text', '{"seed": "7"}', (row) => row.seed('8'), '{"seed": "8"}'],
    ['a seed where there is none', '{"shot": 1}', (row) => row.seed('8'), '{"shot": 1,"seed": 8}'],
    ['no seed that is the same', '{"seed": 7}', (row) => row.seed('7'), '{"seed": 7}'],
    [
      'a description that the prompt does not say',
      '{"prompt": "a"}',
      (row) => row.description('b'),
      '{"prompt": "a","sceneDescription": "b"}',
    ],
    ['none that it says', '{"prompt": "a"}', (row) => row.description('a'), '{"prompt": "a"}'],
    [
      'one that it said, and says no longer',
      '{"prompt": "a"}',
      (row) => {
        row.words('prompt', 'b');
        row.description('a');
      },
      '{"prompt": "b","sceneDescription": "a"}',
    ],
    [
      'none that the spoken words are',
      '{"narration": "a"}',
      (row) => row.description('a'),
      '{"narration": "a"}',
    ],
    ['none of no words', '{"shot": 1}', (row) => row.description(''), '{"shot": 1}'],
    [
      'a picture in place of the own',
      '{"image": "a.png"}',
      (row) => row.picture('b.png'),
      '{"image": "b.png"}',
    ],
  ])('%s', (_, row, change, after) => {
    expect(changed(row, change)).toBe(after);
  });
});

describe('the takes of a row', () => {
  const [A, B] = [take('a.png'), take('b.png', { prompt: 'b', negativePrompt: 'n', seed: '7' })];

  it('are listed where it names none, with what is said of each', () => {
    expect(changed('{"shot": 1}', (row) => row.takes([A, B], []))).toBe(
      '{"shot": 1,"takes": [{"imagePath": "a.png"}, {"imagePath": "b.png", "visualPrompt": "b", "negativePrompt": "n", "seed": 7}]}',
    );
  });

  it.each<[row: string, known: (number | null)[], after: string]>([
    ['{"images": ["x.png"]}', [0], '{"images": ["a.png","b.png"]}'],
    ['{"images": ["x.png", "y.png"]}', [1, 0], '{"images": ["b.png", "a.png"]}'],
    ['{"images": ["x.png", "y.png"]}', [null, 0], '{"images": ["x.png", "a.png", "b.png"]}'],
    ['{"takes": [{"image": "x.png"}]}', [1], '{"takes": [{"image": "b.png"},{"imagePath": "a.png"}]}'],
  ])('in %s, known as %j, are %s', (row, known, after) => {
    expect(changed(row, (edits) => edits.takes([A, B], known))).toBe(after);
  });

  it('are named in the row or are not', () => {
    const told: unknown[] = [];
    changed('{"images": ["x.png", "y.png"]}', (row) => told.push(row.namesPictures, row.listed));
    changed('{"image": "x.png"}', (row) => told.push(row.namesPictures, row.listed));
    changed('{"shot": 1}', (row) => told.push(row.namesPictures, row.listed));
    expect(told).toEqual([true, ['x.png', 'y.png'], true, [], false, []]);
  });
});
