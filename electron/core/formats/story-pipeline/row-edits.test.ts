import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { JsonEdits } from './json-edits.js';
import { RowEdits, type WrittenTake } from './row-edits.js';

/** The row after `change`. */
function changed(row: string, change: (edits: RowEdits) => void): string {
  const text = new JsonEdits(row);
  const fields = parse(row) as Record<string, unknown>;
  change(new RowEdits({ fields, path: [] }, text));
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
    [
      'with capitals within, where all its names have some',
      '{"shotNumber": 1}',
      (row) => row.words('negativePrompt', 'b'),
      '{"shotNumber": 1,"negativePrompt": "b"}',
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
    ['that it is left out of play', '{"shot": 1}', (row) => row.omitted(true), '{"shot": 1,"omitted": true}'],
    [
      'that it no longer is, under its name',
      '{"omit": "yes"}',
      (row) => row.omitted(false),
      '{"omit": false}',
    ],
    ['nothing where it is in play', '{"omit": "no"}', (row) => row.omitted(false), '{"omit": "no"}'],
    ['nothing where it is out of it', '{"omit": "x"}', (row) => row.omitted(true), '{"omit": "x"}'],
    ['a number where it has none', '{"x": 1}', (row) => row.number('5'), '{"x": 1,"shotNumber": "5"}'],
    ['a number where it is left free', '{"number": ""}', (row) => row.number('5'), '{"number": "5"}'],
    ['no number where it has one', '{"shot": 3}', (row) => row.number('5'), '{"shot": 3}'],
    ['its scene', '{"heading": "A"}', (row) => row.scene('B'), '{"heading": "B"}'],
    ['no scene any more', '{"heading": "A"}', (row) => row.scene(null), '{"heading": null}'],
    ['a scene where it has none', '{"x": 1}', (row) => row.scene('B'), '{"x": 1,"sceneTitle": "B"}'],
    ['no scene that is the same', '{"heading": "A"}', (row) => row.scene('A'), '{"heading": "A"}'],
    ['no scene where there is none', '{"x": 1}', (row) => row.scene(null), '{"x": 1}'],
  ])('%s', (_, row, change, after) => {
    expect(changed(row, change)).toBe(after);
  });
});

describe('the time of a row', () => {
  it.each<[row: string, span: readonly [number, number] | null]>([
    ['{"start": 1.5, "end": 4}', [1.5, 4]],
    ['{"startTime": 0, "endTime": 2}', [0, 2]],
    ['{"start": 2, "end": 2}', [2, 2]],
    ['{"start": 3, "end": 2}', null],
    ['{"start": 3}', null],
    ['{"end": 3}', null],
    ['{"start": "0", "end": 2}', null],
    ['{"start": 0, "end": "00:02"}', null],
    ['{"start": 0, "end": null}', null],
  ])('in %s is %j', (row, span) => {
    changed(row, (edits) => expect(edits.span).toEqual(span));
  });

  it.each<[row: string, start: number, after: string]>([
    ['{"start": 1, "end": 4}', 2.5, '{"start": 2.5, "end": 5.5}'],
    ['{"start": 1, "end": 1}', 0, '{"start": 0, "end": 0}'],
    // 0.2 + 0.3 - 0.1 is a little less than 0.4 to a computer.
    ['{"start": 0.1, "end": 0.3}', 0.2, '{"start": 0.2, "end": 0.4}'],
    ['{"start": 1.0, "end": 4.0}', 1, '{"start": 1.0, "end": 4.0}'],
    ['{"start": 1}', 2, '{"start": 1}'],
    ['{"end": 1}', 2, '{"end": 1}'],
  ])('in %s begins at %d as %s', (row, start, after) => {
    expect(changed(row, (edits) => edits.startAt(start))).toBe(after);
  });
});

it('a row names its scene or does not', () => {
  changed('{"scene": "Mill"}', (row) => expect(row.namesScene).toBe(true));
  changed('{"scene": ""}', (row) => expect(row.namesScene).toBe(false));
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
