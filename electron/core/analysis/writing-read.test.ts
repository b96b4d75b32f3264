/** Claims about words, on pictures with those words and without: who answers them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { lettered } from '@testing/lettering.js';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { startApplication } from '../testing/application.js';

it('what a sign says is read, also where the judge knows no letters, and kept for what is asked later', async () => {
  const folder = await temporaryFolder();
  const frames = join(folder, 'board', 'frames');
  await mkdir(frames, { recursive: true });
  const wall = { create: { width: 640, height: 360, channels: 3, background: '#7d8a72' } } as const;
  const picture = await sharp(wall).png().toBuffer();
  const words = ['HOTEL', 'BAKERY', null];
  const shots = await Promise.all(
    words.map(async (text, i) => {
      const imagePath = `frames/${i + 1}.png`;
      const style = { x: 0.5, y: 0.4, size: 40, turned: 0, colour: '#201810', board: '#f2e8cc' };
      const drawn = text ? await lettered(picture, [{ text, ...style, style: '700-normal' }]) : picture;
      await writeFile(join(folder, 'board', imagePath), drawn);
      const sceneDescription = 'A house with a sign that says "HOTEL".';
      return { shotNumber: i + 1, sceneDescription, visualPrompt: sceneDescription, imagePath };
    }),
  );
  const file = join(folder, 'board', 'shots.json');
  await writeFile(file, JSON.stringify({ titleId: 'Signs', totalShots: 3, shots }));
  const application = await startApplication(folder, { log: () => undefined });
  onTestFinished(() => application.close());
  await application.open(file, { flags: {} });
  await application.jobs.ended(application.analyse({ shotIds: null, again: false }).id);
  const { board } = application;
  await board.settled();
  const found = board.shots.map((shot) => {
    const take = board.take(shot.pickId ?? '');
    const claim = board.claimsOf(shot.id).find(({ kind }) => kind === 'text');
    const verdict = board.verdictsOf(take.id).find(({ claimId }) => claimId === claim?.id);
    return [verdict?.outcome, board.measures(take)?.writing?.map(({ text }) => text)];
  });
  expect(found).toEqual([
    ['pass', ['HOTEL']],
    ['fail', ['BAKERY']],
    ['fail', []],
  ]);
});

it('writing that nothing asks for and a mark that comes back are found once all is judged, and cost no other answer', async () => {
  const folder = await temporaryFolder();
  const frames = join(folder, 'board', 'frames');
  await mkdir(frames, { recursive: true });
  const wall = { create: { width: 640, height: 360, channels: 3, background: '#7d8a72' } } as const;
  const picture = await sharp(wall).png().toBuffer();
  const style = { turned: 0, colour: '#201810', board: '#f2e8cc', style: '700-normal' } as const;
  const mark = { ...style, text: 'stock photos', x: 0.86, y: 0.94, size: 16 };
  const words = { ...style, text: 'GRAND CAFE', x: 0.5, y: 0.4, size: 40 };
  const drawn = [[mark], [words], [], [words]];
  const shots = await Promise.all(
    drawn.map(async (lines, i) => {
      const imagePath = `frames/${i + 1}.png`;
      await writeFile(
        join(folder, 'board', imagePath),
        lines.length > 0 ? await lettered(picture, lines) : picture,
      );
      const sceneDescription = i === 3 ? 'A wall with a sign.' : 'A green wall.';
      return { shotNumber: i + 1, sceneDescription, visualPrompt: sceneDescription, imagePath };
    }),
  );
  await writeFile(
    join(folder, 'board', 'shots.json'),
    JSON.stringify({ titleId: 'Walls', totalShots: 4, shots }),
  );
  const application = await startApplication(folder, { log: () => undefined, flags: { reads: true } });
  onTestFinished(() => application.close());
  await application.open(join(folder, 'board', 'shots.json'), { flags: {} });
  const job = application.analyse({ shotIds: null, again: false });
  expect(await application.jobs.ended(job.id)).toMatchObject({ state: 'done' });
  const { board } = application;
  await board.settled();
  const stray = () =>
    board.shots.map(({ id }) =>
      board.findingsOf(id).flatMap(({ kind, key }) => (kind === 'stray-text' ? [key.split(':').at(-1)] : [])),
    );
  expect(stray()).toEqual([['watermark'], ['text'], [], []]);
});
