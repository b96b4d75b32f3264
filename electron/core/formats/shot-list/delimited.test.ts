import { expect, it } from 'vitest';
import { delimitedTable } from './delimited.js';
import { withMergedScenes } from './merged-scenes.js';

/** Its rows as "scene: cells". */
const rowsOf = (...lines: string[]): string[] | undefined =>
  delimitedTable(lines.join('\n'), 'x.csv')?.rows.map(
    ({ scene, cells }) => `${scene ?? '–'}: ${cells.join('/')}`,
  );

it.each<[what: string, lines: string[], rows: string[]]>([
  ['a line that names the delimiter is no row', ['sep=;', 'Shot;Action', '1;a mule'], ['–: 1/a mule']],
  [
    'words like that in a cell stay',
    ['Shot,Action,Image', '1,sep=;', '2,an owl'],
    ['–: 1/sep=;', '–: 2/an owl'],
  ],
  ['what stands above the header is no row', ['Mill', '', 'Shot,Action', '1,a'], ['–: 1/a']],
  [
    'a row of blanks is none, one with anything in it is',
    ['Shot,Action', ' , ', '1, ', ' ,a mule'],
    ['–: 1/ ', '–:  /a mule'],
  ],
  [
    'words alone in a row head the rows below',
    ['Shot,Action,Image', '0,a,', '  THE MILL , ,', '1,b,', 'DAY,,', '2,c,'],
    ['–: 0/a/', 'THE MILL: 1/b/', 'DAY: 2/c/'],
  ],
  [
    'a number alone, a few letters alone and words in another column do not',
    ['Shot,Action,Image', '12,,', '1AB,,', ',a mule,'],
    ['–: 12//', '–: 1AB//', '–: /a mule/'],
  ],
  [
    'nor do they where the list has two columns: a shot may be named in words',
    ['Shot,Action', 'mill,', '2,b'],
    ['–: mill/', '–: 2/b'],
  ],
  [
    'a header that stands again further down is no row and costs none',
    ['Shot,Action', '1,a', 'Shot,Action', '2,b', 'Shot,action'],
    ['–: 1/a', '–: 2/b', '–: Shot/action'],
  ],
])('%s', (_, lines, rows) => {
  expect(rowsOf(...lines)).toEqual(rows);
});

it('names a row by its place in the file, and keeps the header that has most of a shot list', () => {
  const table = delimitedTable('Shot,Image\nShot,Action,Image\n1,a,b.png\n\n2,c,d.png\n', 'x.csv');
  expect(table).toMatchObject({
    header: ['Shot', 'Action', 'Image'],
    rows: [{ at: 'row 3' }, { at: 'row 5' }],
  });
});

it('looks for the header in the first ten rows, and finds none in a table of other things', () => {
  const above = (count: number) => [...Array(count).fill('-'), 'Shot,Action', '1,a'];
  expect(rowsOf(...above(9))).toEqual(['–: 1/a']);
  expect(rowsOf(...above(10))).toBeUndefined();
  expect(rowsOf('word,meaning', 'pan,a move')).toBeUndefined();
  expect(rowsOf('')).toBeUndefined();
});

it('says in which row a quotation mark is left open', () => {
  expect(() => delimitedTable('Shot,Action\n1,a\n2,"b\n3,c\n', 'x.csv')).toThrow(/x\.csv, row 3/);
});

/** Each scene with the shot beside it, as they stand; without one the row ends before it. */
const merged = (...scenes: (string | undefined)[]): string[] =>
  withMergedScenes(
    scenes.map((scene, at) => ({
      cells: [`${at}`, ...(scene === undefined ? [] : [scene])],
      scene: null,
      at: `row ${at}`,
    })),
    1,
  ).map(({ cells, at }) => `${at}: ${cells.join('/')}`);
const asTheyAre = (...scenes: string[]) => scenes.map((scene, at) => `row ${at}: ${at}/${scene}`);

it('fills the scene of the row above into the blanks below it, where each scene stands once', () => {
  expect(merged('Mill', '', ' ', 'Inn', '')).toEqual(asTheyAre('Mill', 'Mill', 'Mill', 'Inn', 'Inn'));
  expect(merged(' Mill ', '')).toEqual(asTheyAre('Mill', 'Mill'));
  // A row that ends before it stays as short.
  expect(merged('Mill', undefined, '')).toEqual(['row 0: 0/Mill', 'row 1: 1', 'row 2: 2/Mill']);
});

it.each([
  ['every row has one', ['Mill', 'Inn']],
  ['the first has none', ['', 'Mill', '']],
  ['one stands twice, so that blanks may mean none', ['Mill', '', 'Mill', '']],
  ['there is none', ['', '']],
  ['there is no row', []],
])('leaves scenes as they are where %s', (_, scenes) => {
  expect(merged(...scenes)).toEqual(asTheyAre(...scenes));
});
