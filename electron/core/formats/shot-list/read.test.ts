import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inputAt } from '../input.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { headerScore } from './columns.js';
import { delimitedTable } from './delimited.js';
import { tableIn } from './read.js';

const png = await plainPng();
const PICTURES = { '1.png': png, 'frames/2.png': png };

async function listOf(name: string, content: string | Buffer) {
  const folder = await folderWith({ [name]: content, ...PICTURES });
  return readStoryboard(join(folder, name));
}
const ROWS: readonly (readonly string[])[] = [
  ['Shot', 'Description', 'Image', 'Duration', 'Prompt', 'Camera'],
  ['1A', 'a miller, in "white"; at work', '1.png', '2', 'miller\nwhite', 'wide'],
  ['2', 'a mule', 'frames\\2.png', '1.5', '', ''],
];
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const table = (delimiter: string): string => ROWS.map((row) => row.map(quoted).join(delimiter)).join('\r\n');

const SHOTS = [
  {
    number: '1A',
    description: 'a miller, in "white"; at work',
    duration: 2,
    stated: [{ kind: 'framing', words: 'wide' }],
    takes: [{ path: '1.png', prompt: 'miller\nwhite', selected: true }],
  },
  { number: '2', description: 'a mule', duration: 1.5, takes: [{ path: 'frames/2.png', prompt: 'a mule' }] },
];

it.each([
  ['---\ntitle: The Long Walk\nauthor: me\n---\n', 'The Long Walk'],
  ['---\r\nTitle: "A: B"\r\n---\r\n', 'A: B'],
  ['---\nauthor: me\n---\n', 'list'],
  ['---\ntitle:\n---\n', 'list'],
  ['title: Elsewhere\n', 'list'],
  ['', 'list'],
])('is called as its front matter says, else as its file: %j', async (front, title) => {
  const rows = '\n| Shot | Description |\n|---|---|\n| 1 | a mule |\n';
  const read = await listOf('list.md', front + rows);
  expect([read.title, read.shots.map(({ description }) => description)]).toEqual([title, ['a mule']]);
});

it('takes what a row is too short for as left empty', async () => {
  const { shots, characters, skipped } = await listOf(
    'list.csv',
    'Shot,Description,Prompt\n1,a mule\n2,a miller,ink\n',
  );
  expect(shots).toMatchObject([
    { number: '1', description: 'a mule' },
    { number: '2', description: 'a miller' },
  ]);
  expect(characters).toEqual([]);
  expect(skipped.map(({ name }) => name)).not.toContain('list.csv, row 1, “Prompt”');
});

it('counts a row that says nothing of a shot as none, and says so', async () => {
  const { shots, skipped } = await listOf(
    'list.csv',
    'No,Description,Image,Duration\n1,a mule,1.png,2\nTotal,,,5\n3,,,1\nSum,,,6\n,,frames/2.png,\n',
  );
  expect(shots.map(({ number }) => number)).toEqual(['1', '3', '5']);
  const reason = 'no number, words or picture of a shot in it; left out';
  expect(skipped.filter((one) => one.reason === reason).map(({ name }) => name)).toEqual([
    'list.csv, row 3',
    'list.csv, row 5',
  ]);
  await expect(listOf('list.csv', 'No,Description\nTotal,\n')).rejects.toThrow(
    /rows: expected at least one shot/,
  );
});

it('says which cells no column of the header is for', async () => {
  const { skipped } = await listOf(
    'list.csv',
    'Shot,Description,Image\n1,a miller, tall,1.png\n2,a mule,,,\n',
  );
  const [said, ...others] = skipped.filter(({ name }) => name.startsWith('list.csv, row'));
  expect(said).toMatchObject({
    name: 'list.csv, row 2',
    reason: expect.stringContaining('“1.png” left out'),
  });
  expect(others).toEqual([]);
});

it('reads numbers and seeds of tables that have no whole numbers, and says which seeds are lost', async () => {
  const { shots, skipped } = await listOf(
    'list.csv',
    'Shot,Description,Image,Seed\n1.0,a,1.png,123.0\n2.0,b,frames/2.png,1.8E+19\n3.0,c,,-1\n',
  );
  expect(shots.map(({ number }) => number)).toEqual(['1', '2', '3']);
  expect(shots.map(({ takes }) => takes[0]?.seed)).toEqual(['123', null, undefined]);
  expect(skipped.filter(({ name }) => name.includes('Seed'))).toEqual([
    { name: 'list.csv, row 3, “Seed”', reason: '“1.8E+19” is no whole number that can be a seed; left out' },
  ]);
  const apart = await listOf('list.csv', 'Shot,Description\n1.0,a\n1.5,b\n');
  expect(apart.shots.map(({ number }) => number)).toEqual(['1.0', '1.5']);
});

it.each<[what: string, scenes: string[], read: (string | null)[]]>([
  ['one cell for several rows', ['Mill', '', 'Inn', ''], ['Mill', 'Mill', 'Inn', 'Inn']],
  ['a cell for each', ['Mill', 'Mill', 'Inn', ''], ['Mill', 'Mill', 'Inn', null]],
  ['none at first', ['', 'Mill', '', ''], [null, 'Mill', null, null]],
])('takes scenes from a table with %s', async (_, scenes, read) => {
  const rows = scenes.map((scene, at) => `${scene},${at + 1},a mule`);
  const { shots } = await listOf('list.csv', ['Scene,Shot,Description', ...rows].join('\n'));
  expect(shots.map(({ scene }) => scene)).toEqual(read);
});

it('parses a table once, however often it is asked for', async () => {
  const folder = await folderWith({
    'list.csv': table(','),
    'list.md': '| Shot | Description |\n|-|-|\n| 1 | a |',
  });
  for (const name of ['list.csv', 'list.md']) {
    const input = await inputAt(join(folder, name));
    const [first, again] = [await tableIn(input), await tableIn(input)];
    expect(first?.rows.length).toBeGreaterThan(0);
    expect(again).toBe(first);
  }
});

it.each<[name: string, content: string | Buffer]>([
  ['list.csv', table(',')],
  ['list.csv', `\uFEFF${table(';')}`],
  ['list.csv', `sep=;\r\n${table(';')}`],
  ['list.tsv', Buffer.from(`\uFEFF${table('\t')}`, 'utf16le')],
  ['list.csv', `Mill;;;;;\n\n${table(';')}\n;;;;;\n`],
])('reads %s with %j', async (name, content) => {
  const board = await listOf(name, content);
  expect(board).toMatchObject({ title: 'list', source: { name, format: 'shot-list' }, shots: SHOTS });
  expect(board.skipped).toEqual([]);
  expect(board.notes).toEqual([
    `Columns read from ${name}: “Shot” as number, “Description” as description, “Image” as picture, “Duration” as duration, “Prompt” as prompt, “Camera” as camera.`,
  ]);
});

it('reads the tables of a Markdown text, with pictures, links, marks and headings', async () => {
  const text = `# The mill

Some words.

## Night

| # | shot type | **Action** | image |
|---|:-:|---|---|
| 1 | CU | a *miller* in white<br>at work | ![](1.png) |

## Day

| image | # | action |
|---|---|---|
| <img width=80 src="%31.png"> | 3 | an owl |
| [the mule](frames/2.png) | 2 | a \\| mule |

| word | meaning |
|---|---|
| pan | a move |
`;
  expect((await listOf('list.md', text)).shots).toMatchObject([
    {
      number: '1',
      scene: 'Night',
      description: 'a miller in white at work',
      stated: [{ kind: 'framing', words: 'CU' }],
      takes: [{ path: '1.png' }],
    },
    { number: '3', scene: 'Day', description: 'an owl', takes: [{ path: '1.png' }] },
    { number: '2', scene: 'Day', description: 'a | mule', takes: [{ path: 'frames/2.png' }] },
  ]);
});

it('reads shots that a Markdown text gives a heading each, with what is said of them by name', async () => {
  const text = `# The mill

## Night

### Shot 1: A miller

- **Visual:** He stands at the wheel
- **Camera:** wide
- **Duration:** 3s

### **Shot 2A**

A mule waits.
It is *tired*: so is he.

![](frames/2.png)

## Day

### Shot #3 – An owl
Prompt: an owl
`;
  expect((await listOf('list.md', text)).shots).toMatchObject([
    {
      number: '1',
      scene: 'Night',
      description: 'A miller. He stands at the wheel',
      duration: 3,
      stated: [{ kind: 'framing', words: 'wide' }],
    },
    {
      number: '2A',
      scene: 'Night',
      description: 'A mule waits. It is tired: so is he.',
      takes: [{ path: 'frames/2.png' }],
    },
    { number: '3', scene: 'Day', description: 'An owl' },
  ]);
  await expect(listOf('list.md', '# Shot 1\n\nA mule.\n')).rejects.toMatchObject({ code: 'BAD_FILE' });
});

it.each([
  ['Nummer;Beschreibung;Bild;Dauer', 'German'],
  ['Numéro;Descriptif;Fichier;Durée', 'French'],
  ['Número;Descripción;Imagen;Duración', 'Spanish'],
  ['Numero;Descrizione;Immagine;Durata', 'Italian'],
  ['Número;Descrição;Imagem;Duração', 'Portuguese'],
  ['Nr.;Omschrijving;Afbeelding;Duur', 'Dutch'],
  ['镜号;画面描述;图片;时长', 'Chinese'],
  ['カット;内容;画像;尺', 'Japanese'],
  ['Номер;Описание;Изображение;Длительность', 'Russian'],
  ['SHOT #;Description / Action;File Name;Duration (sec)', 'English with more words'],
])('reads “%s”, which is %s', async (header) => {
  const { shots } = await listOf('list.csv', `${header}\n3;a mule;1.png;1,5`);
  expect(shots).toMatchObject([
    { number: '3', description: 'a mule', duration: 1.5, takes: [{ path: '1.png' }] },
  ]);
});

it('says what it does not read, and leaves out cells that it cannot', async () => {
  const { shots, skipped, notes } = await listOf(
    'list.csv',
    'Shot,Crew,Action,Duration\n1,Ann,a mule,soon\n',
  );
  expect(shots).toMatchObject([{ number: '1', description: 'a mule', duration: null }]);
  expect(skipped.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    'list.csv, “Crew”: a column of a meaning that is not known',
    'list.csv, row 2, “Duration”: expected a number of seconds above 0; left out',
    'frames/2.png: no shot is numbered 2',
  ]);
  expect(notes).toEqual([
    'Columns read from list.csv: “Shot” as number, “Action” as description, “Duration” as duration.',
  ]);
});

it('tells scenes, frames that are pictures, and framings from numbers', async () => {
  const { shots, notes } = await listOf(
    'list.csv',
    'Scene,Shot,Einstellungsgröße,Frame\n4,1,nah,1.png\n4,2,,frames/2.png\n',
  );
  expect(shots).toMatchObject([
    { number: '1', scene: '4', stated: [{ kind: 'framing', words: 'nah' }], takes: [{ path: '1.png' }] },
    { number: '2', scene: '4', takes: [{ path: 'frames/2.png' }] },
  ]);
  expect(notes?.[0]).toBe(
    'Columns read from list.csv: “Scene” as scene, “Shot” as number, “Einstellungsgröße” as camera, “Frame” as picture.',
  );
  const scenes = await listOf('list.csv', 'Scene,Action\n4,a mule\n5,an owl\n');
  expect(scenes.shots.map(({ number, scene }) => [number, scene])).toEqual([
    ['4', null],
    ['5', null],
  ]);
  expect(scenes.notes).toEqual(['Columns read from list.csv: “Scene” as number, “Action” as description.']);
});

it('finds the pictures in a column that its header does not name, and words of a scene alone in a row', async () => {
  const text = 'Shot,Action,Ref,Place\nTHE MILL,,,\n1,a miller,1.png,\n2,a mule,frames/2.png,yard\n';
  expect((await listOf('list.csv', text)).shots).toMatchObject([
    { number: '1', scene: 'THE MILL', takes: [{ path: '1.png' }] },
    { number: '2', scene: 'THE MILL', takes: [{ path: 'frames/2.png' }] },
  ]);
});

it('pairs pictures by the numbers of the shots where no column names them', async () => {
  const folder = await folderWith({
    'list.csv': 'Shot,Action\n1,a miller\n2,a mule\n',
    'shot_1.png': png,
    'shot_2.png': png,
  });
  const { shots } = await readStoryboard(join(folder, 'list.csv'));
  expect(shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual([['shot_1.png'], ['shot_2.png']]);
});

it.each([
  ['list.csv', 'word,meaning\npan,a move\n', /list\.csv, header: expected columns with the number/],
  ['list.csv', 'Shot,Action\n', /list\.csv, rows: expected at least one shot/],
  ['list.csv', 'Shot,Action\n1,"a mule\n2,b\n', /list\.csv, row 2: expected a quotation mark that is closed/],
  ['list.md', 'No table.', /list\.md, header/],
])('refuses %s with %j', async (name, content, message) => {
  await expect(listOf(name, content)).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringMatching(message),
  });
});

it('is no list of words, of scores, or of crew', () => {
  expect(headerScore(['word', 'meaning'])).toBe(0);
  expect(headerScore(['name', 'role', 'note'])).toBe(0);
  expect(headerScore(['shot', 'crew'])).toBe(0);
});

it('reads the list of a folder that holds one, before its pictures', async () => {
  const folder = await folderWith({ 'list.csv': table(','), 'README.md': '# Notes\n\nNone.', ...PICTURES });
  expect((await readStoryboard(folder)).source.format).toBe('shot-list');
});

it('reads every cell of a quoted table as it was', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.replaceAll('\r', ''));
  const rows = fc.array(
    fc.tuple(
      cell.filter((one) => one.trim() !== ''),
      cell.filter((one) => one.trim() !== ''),
      cell,
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), (drawn, delimiter) => {
      const text = [['Shot', 'Action', 'Image'], ...drawn]
        .map((row) => row.map(quoted).join(delimiter))
        .join('\n');
      expect(delimitedTable(text, 'x.csv')?.rows.map(({ cells }) => cells)).toEqual(drawn);
    }),
    { numRuns: 300 },
  );
});
