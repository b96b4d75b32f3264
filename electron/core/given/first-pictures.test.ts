import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApplication } from '@core/testing/application.js';
import { shotsInOrder } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ReceivedFiles } from './received.js';

const png = (background: string) =>
  sharp({ create: { width: 64, height: 36, channels: 3, background } })
    .png()
    .toBuffer();

/** Four shots, the first with a picture. */
async function opened() {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '1.png'), await png('#ff0000'));
  const shots = ['a fox', 'a boat', 'a mill', 'a cat'].map((visualPrompt, at) => ({
    shotNumber: at + 1,
    sceneDescription: visualPrompt,
    visualPrompt,
    ...(at === 0 && { image: '1.png' }),
  }));
  await writeFile(join(folder, 'shots.json'), JSON.stringify({ title: 'Four', shots }));
  const application = await startApplication(await temporaryFolder());
  onTestFinished(() => application.close());
  await application.open(join(folder, 'shots.json'));
  const give = async (files: Readonly<Record<string, Buffer>>, number: string | null = null) => {
    const pictures = Object.entries(files).map(([name, bytes]) => {
      const half = Math.ceil(bytes.length / 2);
      const token = application.received.add(null, bytes.subarray(0, half));
      return { name, token: application.received.add(token, bytes.subarray(half)) };
    });
    const shot = all().find((one) => one.number === number);
    return application.takeFirstPictures(pictures, number === null ? null : (shot?.id ?? 'gone'));
  };
  const all = () => shotsInOrder(application.board.review.records);
  const picks = () =>
    all().map(({ pickId }) => {
      const take = application.board.review.records.take[pickId ?? ''];
      return take ? [take.width, take.prompt] : null;
    });
  return { application, give, picks, all };
}

describe('a picture that is given to a shot', () => {
  it('is its first take and its pick, and undo takes it away again', async () => {
    const { application, give, picks, all } = await opened();
    const before = picks();
    expect(before.slice(1)).toEqual([null, null, null]);
    const { told, shotIds } = await give({ 'render.png': await png('#00ff00') }, '3');
    expect(told).toEqual(['The picture is taken in: shot 3.']);
    expect(shotIds).toEqual([all()[2]?.id]);
    expect(picks()).toEqual([before[0], null, [64, 'a mill'], null]);
    const [take] = Object.values(application.board.review.records.take).filter(
      ({ shotId }) => shotId === shotIds[0],
    );
    if (!take) throw new Error('no take');
    expect(take).toMatchObject({ origin: { kind: 'imported' }, round: 0 });
    // Its bytes are its own: what was dropped may go.
    await expect(application.board.fileOf(take)).resolves.toContain('given-');
    expect(application.undo().label).toBe('Give a picture to shot 3');
    expect(picks()).toEqual(before);
    application.redo();
    expect(picks()[2]).toEqual([64, 'a mill']);
  });

  it('that holds what another one holds leaves that one its file when it is refused', async () => {
    const { application, give, picks } = await opened();
    const green = await png('#00ff00');
    await give({ 'a.png': green }, '2');
    const settled = await Promise.allSettled([give({ 'b.png': green }, '3'), give({ 'c.png': green }, '3')]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(picks().map((pick) => pick?.[1] ?? null)).toEqual(['a fox', 'a boat', 'a mill', null]);
    for (const take of Object.values(application.board.review.records.take))
      await expect(application.board.fileOf(take)).resolves.toMatch(/\.png$/);
  });

  it('is refused with the reason, and changes nothing, where the shot has one or it is none', async () => {
    const { give, picks } = await opened();
    const before = picks();
    const refused = (files: Record<string, Buffer>, number: string) =>
      give(files, number).then(
        () => '',
        ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
      );
    const picture = await png('#00ff00');
    expect(await refused({ 'a.png': picture }, '1')).toMatch(/^NO_PICTURE_TAKEN .*shot 1 has one already$/);
    expect(await refused({ 'a.txt': Buffer.from('words') }, '2')).toMatch(
      /^NO_PICTURE_TAKEN .*a\.txt is no picture that can be read$/,
    );
    expect(await refused({ 'a.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }, '2')).toMatch(
      /no picture/,
    );
    expect(await refused({ 'a.png': picture, 'b.png': picture }, '2')).toMatch(/one picture$/);
    expect(await refused({ 'a.png': picture }, 'gone')).toMatch(/^NOT_FOUND/);
    expect(picks()).toEqual(before);
  });
});

it('a picture is left out, and said to be, whose shot got another one while it was read', async () => {
  const { application, give, picks } = await opened();
  const [green, blue, grey] = await Promise.all(['#00ff00', '#0000ff', '#888888'].map(png));
  const settled = await Promise.allSettled([
    give({ 'first.png': green as Buffer }, '2'),
    give({ 'second.png': blue as Buffer }, '2'),
  ]);
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject([
    {
      code: 'NO_PICTURE_TAKEN',
      message: expect.stringMatching(/(first|second)\.png is left out: shot 2 got a picture meanwhile$/),
    },
  ]);
  expect(picks().map((pick) => pick?.[1] ?? null)).toEqual(['a fox', 'a boat', null, null]);
  // Of what is refused nothing stays behind, and what is taken can be shown.
  const files = () => readdir(application.board.review.takesFolder);
  expect(await files()).toHaveLength(1);
  // Those that have their place are taken in, as one step.
  const together = await Promise.all([
    give({ 'shot_03.png': green as Buffer }),
    give({ 'shot_03.png': blue as Buffer, 'shot_04.png': grey as Buffer }),
  ]);
  expect(together.flatMap(({ told }) => told)).toContain(
    'shot_03.png is left out: shot 3 got a picture meanwhile.',
  );
  expect(await files()).toHaveLength(3);
  application.undo();
  application.undo();
  application.undo();
  expect(picks().slice(1)).toEqual([null, null, null]);
  expect(() => application.undo()).toThrow();
});

it('several pictures go to the shots that their names say, as one step, and the others are named', async () => {
  const { application, give, picks } = await opened();
  const [green, blue, grey] = await Promise.all(['#00ff00', '#0000ff', '#888888'].map(png));
  const { told } = await give({
    'shot_01.png': green as Buffer,
    'shot_02.png': blue as Buffer,
    'shot_04.png': grey as Buffer,
    'shot_09.png': grey as Buffer,
    'shot_03.png': Buffer.from('cut off'),
  });
  expect(told).toEqual([
    '2 pictures are taken in: shots 2, 4.',
    'shot_01.png is left out: shot 1 has a picture already.',
    'shot_09.png is left out: no shot is numbered 09.',
    'shot_03.png is no picture that can be read.',
  ]);
  expect(picks().map((pick) => pick?.[1] ?? null)).toEqual(['a fox', 'a boat', null, 'a cat']);
  application.undo();
  expect(picks().slice(1)).toEqual([null, null, null]);
});

describe('files that are handed over in parts', () => {
  it('are whole when they are taken, once', () => {
    const files = new ReceivedFiles();
    const token = files.add(null, Buffer.from('ab'));
    const other = files.add(null, Buffer.from('x'));
    files.add(token, Buffer.from('cd'));
    expect([files.take(token).toString(), files.take(other).toString()]).toEqual(['abcd', 'x']);
    expect(codeOf(() => files.take(token))).toBe('NOT_FOUND');
    expect(codeOf(() => files.add(token, Buffer.from('e')))).toBe('NOT_FOUND');
  });

  it('are no more than what may be held of all of them together', () => {
    const files = new ReceivedFiles(4);
    const token = files.add(null, Buffer.from('abc'));
    expect(codeOf(() => files.add(null, Buffer.from('de')))).toBe('PICTURES_TOO_LARGE');
    expect(codeOf(() => files.add(token, Buffer.from('de')))).toBe('PICTURES_TOO_LARGE');
    // The one that was too much is forgotten, and leaves room.
    expect(files.take(files.add(null, Buffer.from('wxyz'))).toString()).toBe('wxyz');
  });
});
