/** Pictures as they come from other people's disks: each fails on its own frame or is read; the others go on. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Feedback } from '@shared/feedback.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { runCli } from './support/cli.js';

test('a board of damaged and unusual pictures is judged where it can be', async () => {
  const folder = await temporaryFolder();
  const drawn = join(folder, 'drawn');
  await drawStoryboard(drawn, { shots: 2 });
  const good = join(drawn, 'frames', 'shot_001.png');
  const bytes = await readFile(good);
  const board = join(folder, 'board');
  await mkdir(board);
  const at = (name: string) => join(board, name);

  await copyFile(good, at('01_good.png'));
  await writeFile(at('02_truncated.png'), bytes.subarray(0, bytes.length / 2));
  await writeFile(at('03_empty.png'), '');
  await writeFile(at('04_huge_header.png'), pngHeader(20_000, 20_000));
  await sharp(bytes).toColourspace('cmyk').jpeg().toFile(at('05_cmyk.jpg'));
  await sharp(bytes).toColourspace('rgb16').png().toFile(at('06_sixteen_bit.png'));
  await animated(bytes).then((gif) => writeFile(at('07_animated.gif'), gif));
  await writeFile(at('08_text.png'), 'This is a shopping list.\n');
  await copyFile(join(drawn, 'frames', 'shot_002.png'), at('09_good.png'));

  const out = join(folder, 'feedback.json');
  const { code, stderr } = await runCli(['analyse', board, '--out', out], {
    dataFolder: join(folder, 'data'),
  });
  const [undescribed, unread, nothing] = stderr.split('\n');
  expect(undescribed).toBe(
    '9 shots have no description to be judged by: 01, 02, 03, 04, 05, 06, 07, 08 and 09.',
  );
  expect(unread).toMatch(
    /^Shot 02: .*cut off.* Shot 03: .*empty.* Shot 04: .*megapixels.* Shot 08: .* Replace the file and analyse again\.$/,
  );
  expect(nothing).toBe('Nothing was judged, so this says nothing of the pictures.');
  expect(code).toBe(0);
  const feedback = JSON.parse(await readFile(out, 'utf8')) as Feedback;
  expect(feedback.shots).toHaveLength(9);
  const unreadable = feedback.shots.filter(({ findings }) =>
    findings.some(({ kind }) => kind === 'unreadable'),
  );
  expect(unreadable.map(({ takes }) => takes[0]?.path.split('/').at(-1))).toEqual([
    '02_truncated.png',
    '03_empty.png',
    '04_huge_header.png',
    '08_text.png',
  ]);
  expect(feedback.totals.unreadable).toBe(4);
  for (const shot of feedback.shots)
    if (!unreadable.includes(shot)) expect(shot.quality.length, shot.takes[0]?.path).toBeGreaterThan(0);
});

/** A PNG that claims to be `width` × `height` and holds next to nothing. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(16)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function animated(frame: Buffer): Promise<Buffer> {
  const second = await sharp(frame).flop().png().toBuffer();
  return sharp([frame, second], { join: { animated: true } })
    .gif()
    .toBuffer();
}
