import { EMPTY_DERIVED } from '@shared/analysis.js';
import type { FindingPicture } from '@shared/finding-picture.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { exportBoard, writerOf } from '../../index.js';
import { contextOf, writerContextOf } from '../../testing/context.js';
import { aFinding } from '../../testing/findings.js';
import type { Cell } from '../cells.js';
import { aSide } from '../testing/sides.js';
import { type Found, foundIn, inColumns } from './found.js';
import { Typesetter } from './typesetter.js';

const finding = (n: number, key: string, dismissed = false) =>
  aFinding(n, `${key} differs`, { key, dismissed });
const OTHER = aSide({ sha256: 'other', isOwn: false });
const SHOWN: FindingPicture = { sides: [OTHER, aSide()], magnified: false };

/** With a finding shown by two frames, one shown by nothing, one whose frame is gone and one that was set aside. */
async function pages(show = 'all') {
  const picture = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#446688' } })
    .png()
    .toBuffer();
  const folder = await folderWith({ 'frames/0.png': picture, 'frames/1.png': picture, other: picture });
  const keys = ['coat', 'wording', 'gone'];
  const derived = {
    ...EMPTY_DERIVED,
    findings: [...keys.map((key) => finding(1, key)), finding(0, 'hat', true)],
  };
  const asked: string[] = [];
  const context = contextOf(
    aBoard(2),
    {
      folder,
      derived,
      fileOf: async ({ sha256, path }) =>
        path ? `${folder}/${path}` : `${folder}/${sha256 === 'own' ? 'frames/1.png' : sha256}`,
    },
    {
      findingPicture: async (shotId, key) => {
        asked.push(`${shotId} ${key}`);
        if (key === 'wording') return { sides: [], magnified: false };
        return key === 'gone' ? { ...SHOWN, sides: [{ ...OTHER, sha256: 'none' }] } : SHOWN;
      },
    },
  );
  const { files } = await exportBoard(writerOf('pdf'), context, { columns: '2', rows: '1', show });
  const bytes = files[0]?.content as Buffer;
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  const images = bytes.toString('latin1').matchAll(/\/Subtype \/Image[^>]*?\/Width (\d+)\s+\/Height (\d+)/g);
  return { text, asked, sizes: [...images].map(([, width, height]) => [Number(width), Number(height)]) };
}

it('holds as many bytes of pictures as it may, and names the shot from which on they are left out', async () => {
  const folder = await folderWith({
    own: await sharp({ create: { width: 64, height: 36, channels: 3, background: '#446688' } })
      .png()
      .toBuffer(),
  });
  const notes: string[] = [];
  const context = contextOf(
    aBoard(3),
    { folder, fileOf: async () => `${folder}/own` },
    { findingPicture: async () => ({ ...SHOWN, sides: [aSide()] }) },
  );
  const cells = ['1', '2', '3'].map(
    (number) => ({ number, scene: null, shotId: number, findings: [finding(0, 'coat')] }) as unknown as Cell,
  );
  const body = { x: 0, y: 0, width: 700, height: 500 };
  const found = (most?: number) =>
    foundIn(cells, new Typesetter(), body, writerContextOf(context, {}, notes), most);
  const all = await found();
  expect([all.length, notes]).toEqual([3, []]);
  const [one = 0] = all.map(({ picture }) => picture.jpeg.length);
  expect(await found(one * 2)).toHaveLength(2);
  expect(notes).toEqual([expect.stringMatching(/^Pictures of what was found are left out from shot 3 on/)]);
  expect(await found(one * 2 - 1)).toHaveLength(1);
});

describe('what was found', () => {
  it('has pages behind the frames, with the picture of each finding that is shown by one', async () => {
    const { text, sizes, asked } = await pages();
    expect(asked).toEqual(['shot-1 coat', 'shot-1 wording', 'shot-1 gone']);
    expect(text).toHaveLength(2);
    expect(text[0]).toMatch(/Page 1 of 2/);
    expect(text[1]).toMatch(/Shot 2 – Harbour\s+coat differs/);
    expect(text[1]).not.toMatch(/wording|gone|hat/);
    expect(sizes).toEqual([
      [64, 36],
      [64, 36],
      [488, 135],
    ]);
  });

  it('has none where findings are not to be shown', async () => {
    const { text, asked } = await pages('descriptions');
    expect([text.length, asked]).toEqual([1, []]);
  });
});

it('goes down each column, then the next, then the next page, in order and within the page', () => {
  const body = { x: 10, y: 20, width: 636, height: 400 };
  const of = (height: number): Found => ({ height, lines: [], picture: {} as never, shown: {} as never });
  const all = [200, 150, 100, 900, 100, 200, 200].map(of);
  const placed = inColumns(all, body);
  expect(placed.map((page) => page.map(({ found, x, y }) => [all.indexOf(found), x, y]))).toEqual([
    [
      [0, 10, 20],
      [1, 10, 238],
      [2, 228, 20],
      [3, 446, 20],
    ],
    [
      [4, 10, 20],
      [5, 10, 138],
      [6, 228, 20],
    ],
  ]);
});
