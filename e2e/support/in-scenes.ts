/** A board of shots in scenes, open in a window. */
import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright';
import { openPage } from './browser.js';
import { PROGRAM, startHost } from './host.js';

/** Twelve shots in three scenes, sc01 to sc03, numbered through. */
async function inScenes(): Promise<string> {
  const board = await mkdtemp(join(tmpdir(), 'continuist-ordering-'));
  const from = join(PROGRAM, 'examples/lantern/keyframes');
  const pictures = (await readdir(from))
    .filter((name) => !name.endsWith('.json'))
    .sort()
    .slice(0, 12);
  for (const [at, name] of pictures.entries()) {
    const own = `sc0${Math.floor(at / 4) + 1}_sh${String(at + 1).padStart(3, '0')}`;
    await cp(join(from, name), join(board, own + extname(name)));
    await writeFile(join(board, `${own}.txt`), `A girl with a lantern, view ${at + 1}.`);
  }
  return board;
}

export async function openInScenes() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'continuist-data-'));
  await mkdir(dataFolder, { recursive: true });
  const board = await inScenes();
  const host = await startHost({ dataFolder, board });
  const opened = await openPage(host.address);
  await opened.page.getByTestId('frame-001').waitFor();
  return { ...opened, host, board };
}

export const cell = (page: Page, number: number) =>
  page.getByTestId(`frame-${String(number).padStart(3, '0')}`);

export const expectSaid = (page: Page, words: string) =>
  page.getByTestId('ordered').getByText(words, { exact: true }).waitFor({ state: 'attached' });
