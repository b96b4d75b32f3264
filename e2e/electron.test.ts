/** The real window, where Electron's program is installed. */
import { join } from 'node:path';
import { CHROMIUM_ARGS } from '@testing/chromium.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { _electron } from 'playwright';
import { expect, test } from 'vitest';
import { electronBinary } from '../electron/cli/electron-binary.js';
import { PROGRAM } from './support/host.js';

const executablePath = electronBinary(PROGRAM);

const launch = (folder: string, board: string) =>
  _electron.launch({
    executablePath: executablePath ?? '',
    args: [
      join(PROGRAM, 'dist', 'main.js'),
      `--user-data-dir=${join(folder, 'data')}`,
      ...CHROMIUM_ARGS,
      '--board',
      board,
    ],
  });

test.skipIf(executablePath === null)(
  'the window opens a board, judges it, and has nothing of Node',
  async () => {
    const folder = await temporaryFolder();
    const board = await drawStoryboard(join(folder, 'board'), { shots: 3 });
    const app = await launch(folder, board);
    try {
      const page = await app.firstWindow();
      await page.getByTestId('strip').waitFor();
      await page.getByTestId('analyse').waitFor({ timeout: 120_000 });
      expect(await page.locator('[data-testid^="frame-"]').count()).toBe(3);
      const width = await page.locator('[data-testid="frame-1"] img').evaluate(async (node) => {
        const image = node as HTMLImageElement;
        await image.decode();
        return image.naturalWidth;
      });
      expect(width, 'pictures come through asset://').toBeGreaterThan(0);
      const reach = await page.evaluate(() =>
        ['require', 'process', 'electron', 'ipcRenderer'].filter((name) => name in window),
      );
      expect(reach).toEqual([]);
    } finally {
      await app.close();
    }
  },
);

test.skipIf(executablePath === null)(
  'a second window watches, its menu acts on it alone, and both windows end with the program',
  async () => {
    const folder = await temporaryFolder();
    const board = await drawStoryboard(join(folder, 'board'), { shots: 2 });
    const app = await launch(folder, board);
    try {
      const first = await app.firstWindow();
      await first.getByTestId('strip').waitFor();
      const opened = app.waitForEvent('window');
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click());
      const second = await opened;
      // A new window shows what can be opened, with what was opened before.
      await second.getByTestId('recent').getByText('board').click();
      await second.getByTestId('watches-only').waitFor();
      await second.getByText('Decide here').click();
      await first.getByTestId('watches-only').waitFor();
      // Of the window in front, which is the second.
      await expect
        .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('hold')?.enabled))
        .toBe(true);
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('keys')?.click());
      await second.getByRole('dialog').waitFor();
      expect(await first.getByRole('dialog').count()).toBe(0);
      // Its process dies: it comes back by itself.
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getFocusedWindow()?.webContents.forcefullyCrashRenderer(),
      );
      await second.getByTestId('strip').waitFor();
    } finally {
      await app.close();
    }
  },
);
