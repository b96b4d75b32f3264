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

test.skipIf(executablePath === null)(
  'the window opens a board, judges it, and has nothing of Node',
  async () => {
    const folder = await temporaryFolder();
    const board = await drawStoryboard(join(folder, 'board'), { shots: 3 });
    const app = await _electron.launch({
      executablePath: executablePath ?? '',
      args: [
        join(PROGRAM, 'dist', 'main.js'),
        `--user-data-dir=${join(folder, 'data')}`,
        ...CHROMIUM_ARGS,
        '--board',
        board,
      ],
    });
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
