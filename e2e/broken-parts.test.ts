/** A part of the window that breaks says so and offers to go on; the rest works, and the host's log has the defect. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { startNodeChild } from '@inference/index.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../electron/server/index.js';
import { openPage } from './support/browser.js';
import { breakComponent, buildPlantedPage } from './support/planted-page.js';

let folder: string;
let application: Application;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-planted-'));
  const rendererFolder = join(folder, 'page');
  await buildPlantedPage(rendererFolder);
  application = await Application.create(
    await applicationOptions({
      host: 'web',
      startChild: startNodeChild,
      dataFolder: join(folder, 'data'),
      modelsFolder: join(folder, 'no-models'),
      environment: {},
      flags: { automatic: true },
    }),
  );
  await application.open(await drawStoryboard(join(folder, 'board'), { shots: 6 }));
  server = await startServer({ storyboards: new Storyboards(application), rendererFolder });
});
afterAll(async () => {
  await server?.close();
  await application?.close();
  await rm(folder, { recursive: true, force: true });
});

const log = () => readFile(join(folder, 'data', 'continuist.log'), 'utf8');

async function openBoard(): Promise<Page> {
  const { page } = await openPage(server.address);
  await page.getByTestId('status').waitFor();
  return page;
}

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const keys =
  (...all: string[]) =>
  async (page: Page) => {
    for (const key of all) await page.keyboard.press(key);
  };

/** By its name in the palette. */
const choose = (title: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
};

const PARTS: readonly (readonly [component: string, part: string, draw: (page: Page) => Promise<void>])[] = [
  ['ShotHeading', 'The shot’s panel', press('ArrowRight')],
  ['Findings', 'The shot’s panel', press('ArrowRight')],
  ['Stage', 'This view', press('r')],
  ['Strip', 'The strip', press('ArrowRight')],
  ['Grid', 'This view', press('g')],
  ['UndoButtons', 'The top bar', press('3')],
  // Back from the grid, which its row went to: only another view draws the bar itself again.
  ['FilterBar', 'The bar of filters', press('g')],
  ['MessageLine', 'The line of messages', keys('4', 'Control+z')],
  ['OpenDialog', 'This dialog', press('Control+o')],
  ['Palette', 'This dialog', press('Control+k')],
  ['KeysDialog', 'This dialog', press('?')],
  ['SettingsDialog', 'This dialog', press('Control+,')],
  ['ModelsDialog', 'This dialog', choose('Models and devices')],
  ['ApproveAllDialog', 'This dialog', press('Shift+Enter')],
  ['AutomaticDialog', 'This dialog', choose('Start an automatic run')],
];

test('a part that breaks says so, and the rest of the window works', async () => {
  const page = await openBoard();
  const broken = page.getByTestId('broken');
  const held = page.locator('[data-state="on-hold"]').first();
  for (const [component, part, draw] of PARTS) {
    await breakComponent(page, component);
    await draw(page);
    await broken.getByText(`${part} stopped working.`).waitFor();
    await broken.getByText('Your decisions are saved and what you typed is kept').waitFor();
    await expect.poll(log).toContain(`planted in ${component}`);

    const isDialog = part === 'This dialog';
    if (isDialog) {
      await page.keyboard.press('Escape');
      await broken.waitFor({ state: 'detached' });
    }
    // A decision with the keyboard alone shows wherever states are shown.
    await page.keyboard.press('h');
    await held.waitFor();
    await page.keyboard.press('Control+z');
    await held.waitFor({ state: 'detached' });

    await breakComponent(page, null);
    if (isDialog) await draw(page);
    else await broken.getByRole('button', { name: 'Try again' }).click();
    await broken.waitFor({ state: 'detached' });
    if (!isDialog) continue;
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

test('the whole window breaks, and comes back with a reload', async () => {
  const page = await openBoard();
  await breakComponent(page, 'Dialogs');
  await page.keyboard.press('?');
  await page.getByTestId('broken').waitFor();
  await page.getByRole('button', { name: 'Reload the window' }).click();
  await page.getByTestId('status').waitFor();
});
