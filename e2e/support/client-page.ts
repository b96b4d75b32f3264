/** The page that a client comments and draws in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '@core/formats/contact-sheet/cells.js';
import { pageEnd, pageStart, shotHtml } from '@core/formats/contact-sheet/html/page.js';
import { pageScript } from '@core/formats/contact-sheet/html/script.js';
import type { Figure } from '@shared/records/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { aTake } from '@testing/records.js';
import type { Locator, Page } from 'playwright';
import sharp from 'sharp';

const EARLIER: Figure = { kind: 'arrow', from: [0.1, 0.9], to: [0.3, 0.7], colour: 'yellow', size: 0.02 };

/** The page of three shots, as a file. */
export async function clientPage(): Promise<string> {
  const folder = await temporaryFolder();
  const size = { width: 640, height: 360 };
  const jpeg = await sharp({ create: { ...size, channels: 3, background: '#5a7a8a' } })
    .jpeg()
    .toBuffer();
  const cell = (n: number): Cell => ({
    shotId: `shot-${n}`,
    number: String(n + 1),
    scene: 'Harbour',
    take: aTake(n),
    told: '',
    findings: [],
    description: 'A girl in a red coat waits on the pier, with a lantern.',
    prompt: '',
    negativePrompt: '',
    note: '',
    comments: [],
    drawing: n === 0 ? [EARLIER] : [],
  });
  const head = { id: 'b', title: 'Harbour', told: '3 shots', file: 'comments.json', columns: 3 };
  const script = pageScript();
  const shots = [0, 1, 2].map((n) => shotHtml(cell(n), { jpeg, ...size })).join('');
  const file = join(folder, 'sheet.html');
  await writeFile(file, pageStart({ ...head, script }) + shots + pageEnd({ script }));
  return file;
}

export const layer = (page: Page): Locator => page.getByRole('application');

export async function openDrawing(page: Page, shot: number): Promise<void> {
  await page.getByRole('button', { name: 'Draw on the picture' }).nth(shot).click();
  await layer(page).waitFor();
}

export async function drag(page: Page, from: readonly number[], to: readonly number[]): Promise<void> {
  const box = await layer(page).boundingBox();
  if (!box) throw new Error('Nothing can be drawn on.');
  const at = ([x = 0, y = 0]: readonly number[]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}
