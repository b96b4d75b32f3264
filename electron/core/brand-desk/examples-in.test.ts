import { join } from 'node:path';
import { MEASURES_VERSION } from '@core/measures/index.js';
import { measureFrame } from '@core/measures/measure-frame.js';
import { isUnreadable } from '@core/measures/picture.js';
import { ContinuistError } from '@shared/errors.js';
import { folderWith } from '@testing/folder.js';
import { aJudge } from '@testing/judge.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { examplesIn, type Lookers, MOST_PICTURES } from './index.js';

const picture = (colour: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .png()
    .toBuffer();

/** Measures as the program does, without its threads; the judge sees all but what is called dark. */
const lookers: Lookers = {
  measures: {
    measure: async (file) => {
      const found = await measureFrame(file);
      if (!isUnreadable(found)) return found;
      throw new ContinuistError('IMAGE_UNREADABLE', found.unreadable, { reason: found.unreadable });
    },
  },
  inference: {
    judge: async (_judge, { file }) => {
      if (file.includes('dark')) throw new ContinuistError('JUDGE_FAILED');
      return {
        answers: [],
        whole: null,
        features: [1, 0.1234567],
        version: 'a',
        timings: { total: 1 },
      } as never;
    },
  },
  judge: aJudge('a'),
};

it('makes examples of the pictures directly in a folder, and says which it left out and why', async () => {
  const folder = await folderWith({
    'a.png': await picture('#884422'),
    'dark.png': await picture('#111111'),
    'empty.png': Buffer.alloc(0),
    'broken.jpg': Buffer.from('no picture'),
    '.hidden.png': await picture('#ffffff'),
    'notes.txt': 'x',
    'below/c.png': await picture('#00ff00'),
  });
  const { commands, told } = await examplesIn(folder, true, lookers);
  const outsides = commands.flatMap((one) =>
    one.type === 'add-style-example' ? [[one.on, one.outside] as const] : [],
  );
  expect(
    outsides.map(
      ([
        on,
        {
          name,
          features: { judge, tower, measures },
        },
      ]) => [on, name, judge, tower, measures],
    ),
  ).toEqual([
    [true, 'a.png', 'a', [1, 0.12346], MEASURES_VERSION],
    [true, 'dark.png', '', [], MEASURES_VERSION],
  ]);
  for (const [, { preview, features }] of outsides) {
    expect(preview).toMatch(/^data:image\/webp;base64,/);
    expect(Object.keys(features.style)).not.toContain('layout');
    expect(features.style.tone?.length).toBeGreaterThan(0);
  }
  expect(told[0]).toMatch(/^2 pictures of “continuist-\w+” added as on style\.$/);
  expect(told[1]).toMatch(/^Left out: broken\.jpg \(.+\), empty\.png \(the file is empty \(0 bytes\)\)\.$/);
});

it('takes one picture, says where there is none, and refuses what is no folder', async () => {
  const folder = await folderWith({ 'a.png': await picture('#884422'), 'none/x.txt': '' });
  const one = await examplesIn(join(folder, 'a.png'), false, { ...lookers, judge: null });
  expect(one.commands).toMatchObject([
    { on: false, outside: { name: 'a.png', features: { judge: '', tower: [] } } },
  ]);
  expect(one.told[0]).toContain('1 picture of');
  const none = await examplesIn(join(folder, 'none'), true, lookers);
  expect(none).toEqual({ commands: [], told: ['There are no pictures directly in “none”.'] });
  await expect(examplesIn(join(folder, 'gone'), true, lookers)).rejects.toMatchObject({
    code: 'FOLDER_UNREADABLE',
  });
});

it('takes of many pictures some, from the first to the last, and stops when it is told to', async () => {
  const bytes = await picture('#224488');
  const names = Array.from({ length: MOST_PICTURES + 40 }, (_, at) => `${String(at).padStart(3, '0')}.png`);
  const folder = await folderWith(Object.fromEntries(names.map((name) => [name, bytes])));
  const quick = { ...lookers, measures: { measure: async () => ({ style: { tone: [1] } }) as never } };
  const { commands, told } = await examplesIn(folder, true, quick);
  const taken = commands.flatMap((one) => (one.type === 'add-style-example' ? one.outside.name : []));
  expect([taken.length, taken[0], taken.at(-1), new Set(taken).size]).toEqual([
    MOST_PICTURES,
    '000.png',
    names.at(-1),
    MOST_PICTURES,
  ]);
  expect(told[1]).toContain(`It has ${names.length}`);
  const stop = new AbortController();
  stop.abort(new ContinuistError('CANCELLED'));
  await expect(examplesIn(folder, true, quick, stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});
