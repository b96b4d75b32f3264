import { lexer } from 'marked';
import { expect, it } from 'vitest';
import { markdownTable } from './markdown.js';

const tableOf = (...lines: string[]) => markdownTable(lexer(lines.join('\n')));
const HEADER = ['| Shot | Action | Image |', '|-|-|-|'];
const cell = (written: string) => tableOf(...HEADER, `| 1 | ${written} | x |`)?.rows[0]?.cells[1];

it.each([
  ['a *mule* in **white**', 'a mule in white'],
  ['a mule<br>at work', 'a mule at work'],
  ['a  `mule`  &  more', 'a mule & more'],
  ['a <b>mule</b>', 'a mule'],
  // A file is shown: its path.
  ['![](a%20b.png)', 'a b.png'],
  ['![the mule](a%20b.png)', 'a b.png'],
  ['[the mule](a%20b.png)', 'a b.png'],
  ['[![](a.png)](big.png)', 'a.png'],
  ['[![the mule](a.png)](big.png)', 'a.png'],
  ['<img width=80 src="a%20b.png">', 'a b.png'],
  ["<IMG src = 'a b.png' alt=x>", 'a b.png'],
  ['<img src=a.png>', 'a.png'],
  // Words beside it count.
  ['![](a.png) a mule', 'a mule'],
  ['see [the mule](a.png)', 'see the mule'],
  ['a mule <img src="a.png">', 'a mule'],
  ['see [![the mule](a.png)](big.png)', 'see the mule'],
  ['<imgsrc="a.png">', '<imgsrc="a.png">'],
])('reads the cell “%s” as “%s”', (written, read) => {
  expect(cell(written)).toBe(read);
});

it('joins tables of other orders and further columns, and leaves out rows without a word', () => {
  expect(
    tableOf(
      '## Night',
      ...HEADER,
      '| 1 | a | a.png |',
      '| | | |',
      '## **Day**',
      '| Seed | Action | **shot** |',
      '|-|-|-|',
      '| 7 | b |',
    ),
  ).toEqual({
    header: ['Shot', 'Action', 'Image', 'Seed'],
    rows: [
      { cells: ['1', 'a', 'a.png'], scene: 'Night', at: 'row 1' },
      { cells: ['', 'b', '', '7'], scene: 'Day', at: 'row 2' },
    ],
  });
});

it('a heading over all rows is no scene, nor is one without words', () => {
  const scenes = (...lines: string[]) => tableOf(...lines)?.rows.map(({ scene }) => scene);
  const more = ['', ...HEADER, '| 1 | a | |'];
  expect(scenes('# Mill', ...more)).toEqual([null]);
  expect(scenes(...more, '', '# Day', ...more)).toEqual([null, 'Day']);
  expect(scenes('# Night', ...more, '', '# ', ...more)).toEqual(['Night', null]);
});

it('a table that is no list of shots is left alone; of them alone there is none', () => {
  const words = ['| word | shot |', '|-|-|', '| pan | a move |', ''];
  expect(tableOf(...words)).toBeUndefined();
  expect(tableOf(...words, ...HEADER, '| 1 | a | |')).toMatchObject({ header: ['Shot', 'Action', 'Image'] });
  expect(tableOf('| Shot | Action |', '|-|-|', '| 1 | a |')?.rows).toHaveLength(1);
});
