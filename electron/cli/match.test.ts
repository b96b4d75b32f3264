/** The shell on boards whose pictures do not say by themselves which shots they show. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shell } from './testing/shell.js';

const png = await plainPng();
beforeEach(async () => {
  vi.stubEnv('CONTINUIST_DATA_FOLDER', await temporaryFolder());
});
afterEach(() => vi.unstubAllEnvs());

const board = () =>
  folderWith({
    'shots.json': JSON.stringify({
      shots: [1, 2].map((shotNumber) => ({ shotNumber, sceneDescription: `mule ${shotNumber}` })),
    }),
    'frame_0.png': png,
    'frame_1.png': Buffer.concat([png, png]),
  });

/** The picture of each shot, as a table of the scores has it, and what was said beside it. */
async function pictures(folder: string, ...flags: string[]) {
  const out = join(await temporaryFolder(), 'scores.csv');
  const { code, error } = await shell('export', folder, '--csv', out, ...flags);
  const table = code === 0 ? await readFile(out, 'utf8') : '';
  return { code, error, shown: table.match(/frame_\d|none/g) };
}

it('a guess is said, with how to say it oneself, and goes on', async () => {
  const { code, error, shown } = await pictures(await board());
  expect([code, shown]).toEqual([0, ['frame_0', 'frame_1']]);
  expect(error).toBe(
    [
      'Which picture shows which shot was partly guessed:',
      '  The numbers in the names are not those of the shots. The pictures are matched in the order of their names.',
      'To say it yourself, use --match, as in --match "sc{scene}_sh{shot}.png", or open the board in the window.',
      '',
    ].join('\n'),
  );
});

it('a pattern and a file say it, the file picture by picture, and the review keeps it', async () => {
  const folder = await board();
  const file = join(await temporaryFolder(), 'match.json');
  await writeFile(file, '{"pictures": {"frame_0.png": "2", "frame_1.png": "1"}}');
  const first = await pictures(folder, '--match-file', file);
  expect(first).toEqual({ code: 0, error: '', shown: ['frame_1', 'frame_0'] });
  expect((await pictures(folder)).shown).toEqual(['frame_1', 'frame_0']);
  await writeFile(file, '{"pictures": {"frame_9.png": "2"}}');
  expect((await pictures(folder, '--match-file', file)).error).toBe(
    'The match names frame_9.png, which is not there.\n',
  );
  const other = await board();
  await writeFile(join(other, 'frame_2.png'), Buffer.concat([png, png, png]));
  expect(await pictures(other, '--match', 'frame_{shot}')).toMatchObject({
    code: 0,
    error: expect.stringContaining('1 picture is left out.'),
    shown: ['frame_1', 'frame_2'],
  });
});

it.each<[wrong: string, flags: string[], code: number, told: string]>([
  ['pattern', ['--match', 'frame_{shott}'], 2, 'character 7: there is no {shott}; did you mean {shot}?'],
  ['key', ['{"picture": {}}'], 1, 'match.json: “picture” is not known; did you mean “pictures”?'],
  [
    'meaning',
    ['{"columns": {"A": "descripton"}}'],
    1,
    'match.json, columns, A: “descripton” is not known; did you mean “description”?',
  ],
  ['pattern in a file', ['{"pattern": "x"}'], 1, 'match.json, pattern: character 2: it needs {shot}'],
  ['JSON', ['{'], 1, 'match.json is not valid JSON'],
])('a wrong %s is refused with the place', async (_, given, code, told) => {
  const file = join(await temporaryFolder(), 'match.json');
  await writeFile(file, given[0] ?? '');
  const flags = given.length > 1 ? given : ['--match-file', file];
  const said = await pictures(await board(), ...flags);
  expect(said.code).toBe(code);
  expect(said.error).toContain(told);
});
