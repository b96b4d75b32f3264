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
