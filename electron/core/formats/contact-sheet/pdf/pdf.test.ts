import { EMPTY_DERIVED, type TakeAnalysis } from '@shared/analysis.js';
import type { Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard, aNote } from '@testing/records.js';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportBoard, writerOf } from '../../index.js';
import { contextOf } from '../../testing/context.js';
import { aFinding } from '../../testing/findings.js';

let folder: string;
beforeEach(async () => {
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#446688' } })
    .png()
    .toBuffer();
  folder = await folderWith({
    'frames/0.png': picture,
    'frames/1.png': 'no picture',
    'frames/3.png': picture,
  });
});

const LONG = `${'a girl under a red umbrella, '.repeat(60)}and a lighthouse at the very end`;

function board(): Records {
  const base = aBoard(4);
  const change = (n: number, fields: object) => ({ ...base.shot[`shot-${n}`], ...fields });
  const shot = {
    'shot-0': change(0, { number: '12A', scene: 'Гавань', prompt: 'Мира ждёт, Αθήνα', note: 'Darker coat' }),
    'shot-1': change(1, { status: 'rejected', stars: 3, prompt: LONG }),
    'shot-2': change(2, { pickId: null, scene: null, prompt: 'tofu \u{10FFFE}\uFDD0 end' }),
    'shot-3': change(3, {}),
  } as Records['shot'];
  const decision: Records['decision'] = {
    d: {
      id: 'd',
      shotId: 'shot-1',
      takeId: 'take-1',
      kind: 'reject',
      reason: 'too dark',
      acceptedEdits: [],
      prompt: null,
      negativePrompt: null,
      findingKey: null,
      who: 'Ann',
      at: 1,
    },
  };
  return { ...base, shot, decision, comment: { c: aNote('c') } };
}

const derived = {
  ...EMPTY_DERIVED,
  findings: [aFinding(0, 'The coat is green'), aFinding(0, 'Soft', { dismissed: true })],
  analyses: {
    'take-0': {
      takeId: 'take-0',
      scores: { description: 0.876, style: 1, characters: null, quality: 0 },
    } as TakeAnalysis,
  },
};

const made = (choices: Record<string, string>) =>
  exportBoard(writerOf('pdf'), contextOf(board(), { folder, derived }), choices);

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

const bytesOf = ({ files }: Awaited<ReturnType<typeof made>>): Buffer => files[0]?.content as Buffer;

describe('a contact sheet as PDF', () => {
  it('says of each shot what was found, judged, decided and written, in three alphabets, on numbered pages', async () => {
    const [first = '', second = ''] = await pagesOf(bytesOf(await made({ columns: '2', rows: '1' })));
    expect(first).toContain('Harbour');
    expect(first).toMatch(/Page 1 of [345]/);
    for (const words of [
      '12A – Гавань',
      'Waiting · description 88 · style 100 · quality 0',
      'The coat is green',
      'Note: Darker coat',
      'Ann, 2026-11-28: Darker, please',
      'Prompt: Мира ждёт, Αθήνα',
      'Rejected by Ann: too dark · 3 of 5 stars · not judged',
      'The picture cannot be read',
    ])
      expect(first).toContain(words);
    expect(first).not.toContain('Soft');
    expect(second).toContain('No picture');
    expect(second).not.toContain('12A');
  });

  it('says no more than is to be shown', async () => {
    const shown = async (show: string) =>
      (await pagesOf(bytesOf(await made({ columns: '2', rows: '2', show })))).join(' ');
    const words = [
      '12A – Гавань',
      'Ann, 2026-11-28',
      'The coat is green',
      'Darker coat',
      'quality',
      'Waiting',
    ];
    const found = async (show: string) => {
      const text = await shown(show);
      return words.filter((word) => text.includes(word));
    };
    expect(await found('all')).toEqual(words);
    expect(await found('descriptions')).toEqual(words.slice(0, 2));
    expect(await found('pictures')).toEqual(words.slice(0, 1));
  });

  it('gives in full at the end what a cell had no room for, and only that', async () => {
    const pages = await pagesOf(bytesOf(await made({ columns: '4', rows: '2' })));
    expect(pages[0]).toMatch(/red( umbrella,?)?… /);
    expect(pages[0]).not.toContain('at the very end');
    expect(pages.at(-1)).toContain('at the very end');
    expect(pages.at(-1)).toContain('Shot 2 – Harbour');
    expect(pages.at(-1)).not.toContain('Shot 12A');
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it('names what no font can draw, in the note with the character and at the end of the PDF', async () => {
    const sheet = await made({ columns: '2', rows: '2' });
    const pages = await pagesOf(bytesOf(sheet));
    expect(pages[0]).toContain('tofu [2 characters] end');
    expect(pages.at(-1)).toContain('U+10FFFE, U+FDD0');
    expect(sheet.notes).toEqual([expect.stringContaining('\uFDD0 (U+FDD0)')]);
  });

  it('has pictures of no more pixels than are printed', async () => {
    const widths = async (columns: string) => {
      const pdf = bytesOf(await made({ columns, rows: columns })).toString('latin1');
      return [...pdf.matchAll(/\/Width (\d+)/g)].map(([, width]) => Number(width));
    };
    expect(Math.max(...(await widths('1')))).toBe(640);
    const small = Math.max(...(await widths('8')));
    expect(small).toBeGreaterThan(100);
    expect(small).toBeLessThan(400);
  });

  it('is as large as its paper, and the same bytes at the same time', async () => {
    const sizes: number[][] = [];
    const a4 = bytesOf(await made({}));
    for (const bytes of [a4, bytesOf(await made({ paper: 'letter' }))]) {
      const document = await getDocumentProxy(new Uint8Array(bytes));
      sizes.push((await document.getPage(1)).view.slice(2));
    }
    expect(sizes).toEqual([
      [841.89, 595.28],
      [792, 612],
    ]);
    expect(bytesOf(await made({ paper: 'a4' })).equals(a4)).toBe(true);
  });
});
