import { describe, expect, it } from 'vitest';
import { COLUMN_MEANINGS, columnsOf, doubtsAbout, headerScore, saidOf } from './columns.js';

const columns = (header: string[], cells: string[], chosen: Record<string, string | null> = {}) =>
  columnsOf({ header, rows: [{ cells, scene: null, at: 'row 2' }] }, chosen);
const read = (header: string[], cells: string[], chosen?: Record<string, string | null>) =>
  columns(header, cells, chosen).map(({ meaning }) => meaning);

it('nothing is asked of headers that say themselves what they are', () => {
  for (const [header, cells] of [
    [
      ['Shot No.', 'Description', 'Duration (sec)', 'Crew'],
      ['1', 'a mule', '2', 'Ann'],
    ],
    [
      ['Scene', 'Shot', 'Action', 'Image / Frame'],
      ['1', '2', 'a mule', 'a.png'],
    ],
    [
      ['Shot', 'Frame'],
      ['1', 'a.png'],
    ],
  ] as const)
    expect(doubtsAbout(columns([...header], [...cells]))).toEqual([]);
});

it('it is asked of columns that are guessed, of several that could be one thing, and of a list without descriptions', () => {
  expect(doubtsAbout(columns(['Shot', 'Action', 'Ref'], ['1', 'a mule', 'a.png']))).toEqual([
    'The column “Ref” is read as picture, which its header does not say.',
  ]);
  expect(doubtsAbout(columns(['Shot / Crew', 'Action'], ['1', 'a mule']))).toEqual([
    'The column “Shot / Crew” is read as number, which its header does not say.',
  ]);
  expect(doubtsAbout(columns(['Shot', 'Action', 'Description'], ['1', 'a', 'b']))).toEqual([
    '“Action” and “Description” could each be the description.',
  ]);
  expect(doubtsAbout(columns(['Shot', 'Image', 'What happens'], ['1', 'a.png', 'b']))).toEqual([
    'No column is known to hold the description. “What happens” is not read.',
  ]);
});

it('what is chosen counts, and is one column’s alone', () => {
  const header = ['Shot', 'Action', 'Notes', 'Ref'];
  const cells = ['1', 'a mule', 'a donkey', 'a.png'];
  const chosen = { Notes: 'description', Ref: null };
  expect(read(header, cells)).toEqual(['number', 'description', null, 'picture']);
  expect(read(header, cells, chosen)).toEqual(['number', null, 'description', null]);
  expect(doubtsAbout(columns(header, cells, chosen))).toEqual([]);
  expect(columns(header, cells, chosen)[2]?.field).toBe('sceneDescription');
  const twice = ['Shot', 'Notes', 'Notes'];
  expect(read(twice, ['1', 'a mule', 'late'], { Notes: 'description' })).toEqual([
    'number',
    'description',
    null,
  ]);
});

const MEANINGS = [
  ['Shot', 'number'],
  ['Action', 'description'],
  ['Sketch', 'picture'],
  ['Image prompt', 'prompt'],
  ['Negative prompt', 'negative prompt'],
  ['Seed', 'seed'],
  ['Seconds', 'duration'],
  ['Duration (ms)', 'duration'],
  ['Duration ms', 'duration'],
  ['Start', 'start'],
  ['End time', 'end'],
  ['Slugline', 'scene'],
  ['Omitted', 'out of play'],
  ['Dialogue', 'spoken words'],
  ['Shot size', 'camera'],
  ['Atmosphere', 'mood'],
  ['Lighting', 'light'],
  ['Colours', 'colours'],
  ['Props', 'things'],
  ['Location', 'place'],
  ['Art style', 'style'],
] as const;

it.each(MEANINGS)('“%s” is the %s, and says so', (header, meaning) => {
  expect(columns([header], ['x'])).toMatchObject([{ header, meaning, isSure: true }]);
  expect(COLUMN_MEANINGS).toContain(meaning);
});

it('every meaning can be chosen for a column, which is then read as that', () => {
  for (const meaning of COLUMN_MEANINGS)
    expect(columns(['Odd'], ['x'], { Odd: meaning })).toMatchObject([{ meaning, isSure: true }]);
  expect(COLUMN_MEANINGS).toHaveLength(new Set(MEANINGS.map(([, meaning]) => meaning)).size);
});

it.each([
  ['Description (of what is seen)', 'description', true],
  ['Description [EN]', 'description', true],
  ['Description / Action', 'description', true],
  ['Description , Action | Content', 'description', true],
  ['Description / Crew', 'description', false],
  ['Description / Camera', 'description', false],
  ['Crew / Camera', 'camera', false],
  [`Description (${'x'.repeat(50)})`, null, true],
  ['Crew', null, true],
] as const)('“%s” is read as %s; it says so: %j', (header, meaning, isSure) => {
  expect(columns([header], ['x'])).toMatchObject([{ header, meaning, isSure }]);
});

it('of several that may be the number the usual one is, and of several names one', () => {
  expect(read(['Frame', 'Shot'], ['1', '2'])).toEqual(['picture', 'number']);
  expect(read(['Index', 'Nr'], ['1', '2'])).toEqual([null, 'number']);
  expect(read(['Frame'], ['1'])).toEqual(['number']);
  expect(read(['Frame'], ['a.png'])).toEqual(['picture']);
  expect(columns(['Action', ' action ', ''], ['a', 'b', 'c'])).toMatchObject([
    { field: 'Action', meaning: 'description' },
    { header: 'action', field: 'action 2', meaning: null, isSure: true },
    { header: 'Column 3', field: 'Column 3', meaning: null },
  ]);
});

it('a column that no header tells is read as pictures where most of its cells name some, the first of them', () => {
  const rows = (...cells: string[]) =>
    cells.map((cell) => ({ cells: ['1', cell, 'b.png'], scene: null, at: '' }));
  const meanings = (...cells: string[]) =>
    columnsOf({ header: ['Shot', 'Ref', 'Other'], rows: rows(...cells) }, {}).map(({ meaning }) => meaning);
  expect(meanings('a.png', 'b.png', 'none')).toEqual(['number', 'picture', null]);
  expect(meanings('a.png', 'none')).toEqual(['number', null, 'picture']);
  expect(meanings(' ', 'a.png')).toEqual(['number', 'picture', null]);
  expect(meanings(' ')).toEqual(['number', null, 'picture']);
  expect(read(['Image', 'Ref'], ['x', 'a.png'])).toEqual(['picture', null]);
});

it.each<[header: string[], score: number]>([
  [['Shot', 'Description'], 2],
  [['Sequence', 'Dialogue', 'Crew'], 2],
  [['Image', 'Seed'], 2],
  [['Shot', 'Prompt', 'Seed'], 3],
  [['Shot', 'Seed'], 0],
  [['Description', 'Prompt'], 0],
  [['Ann', 'Bo'], 0],
  [[], 0],
])('the row %j has %i columns of a shot list’s header', (header, score) => {
  expect(headerScore(header)).toBe(score);
});

it('says what is not read, and what each column is', () => {
  expect(doubtsAbout(columns(['Shot', 'X', 'Y'], ['1', 'a', 'b']))).toEqual([
    'No column is known to hold the description. “X” and “Y” are not read.',
  ]);
  expect(doubtsAbout(columns(['Shot', 'Seed'], ['1', '2']))).toEqual([]);
  for (const header of ['Prompt', 'Dialogue'])
    expect(doubtsAbout(columns(['Shot', header, 'X'], ['1', 'a', 'b']))).toEqual([]);
  expect(doubtsAbout(columns(['Shot', 'Image', 'Frame'], ['1', 'a.png', 'b.png']))).toEqual([
    '“Image” and “Frame” could each be the picture.',
  ]);
  expect(saidOf(columns(['Shot', 'X', 'Action'], ['1', 'a', 'b']))).toBe(
    '“Shot” as number, “Action” as description',
  );
});

describe('where no header says which column describes the shots', () => {
  const header = ['Shot', 'What happens', 'Crew', 'Remarks'];
  const row = ['1', 'A fox walks along the pier', 'Bo', 'with the long lens'];

  it('it is the one with the longest sentences, and that is said', () => {
    const found = columns(header, row);
    expect(found.map(({ meaning, field }) => [meaning, field])).toEqual([
      ['number', 'Shot'],
      ['description', 'sceneDescription'],
      [null, 'Crew'],
      [null, 'Remarks'],
    ]);
    expect(doubtsAbout(found)).toEqual([
      'The column “What happens” is read as description, which its header does not say.',
    ]);
  });

  it('it is none that was chosen for something else, and none of single words', () => {
    expect(columns(header, row, { 'What happens': null }).map(({ meaning }) => meaning)[1]).toBeNull();
    expect(columns(['Shot', 'Crew'], ['1', 'Bo']).map(({ meaning }) => meaning)).toEqual(['number', null]);
    expect(columns(['Shot', 'Prompt', 'X'], ['1', 'a', 'a fox in the snow'])[2]?.meaning).toBeNull();
  });

  it('it gives way to the one that is chosen', () => {
    const found = columns(header, row, { Remarks: 'description' });
    expect(found.map(({ meaning }) => meaning)).toEqual(['number', null, null, 'description']);
    expect(doubtsAbout(found)).toEqual([]);
  });
});
