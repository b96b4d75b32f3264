/** The whole program on a made board, with the paced judge; in a real browser, over the real web host, where one is asked for. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from '@core/application.js';
import { applicationOptions, type HostOptions } from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { CHROMIUM_ARGS } from '@testing/chromium.js';
import type { Page } from 'playwright';
import { type RunningServer, startServer } from '../../electron/server/index.js';
import { startPacedJudge } from './paced-judge.js';

const RENDERER = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

export interface InBrowser {
  readonly application: Application;
  readonly server: RunningServer;
  newPage(): Promise<Page>;
}

/** The folder of a made board, as the command line names it. */
export function boardAsked(): string {
  const [board] = process.argv.slice(2);
  if (!board) throw new Error('name the folder of a made board');
  return board;
}

/** The program without a window, its data beside the board, which is not opened yet; closed after `use`. */
export async function withProgram<T>(
  board: string,
  { host, generator }: Pick<HostOptions, 'host'> & { readonly generator: 'none' | 'storybook' },
  use: (application: Application) => Promise<T>,
): Promise<T> {
  const application = await Application.create(
    await applicationOptions({
      host,
      startChild: startPacedJudge,
      dataFolder: join(dirname(board), 'data'),
      flags: { generator },
      environment: {},
    }),
  );
  try {
    return await use(application);
  } finally {
    await application.close();
  }
}

/** The interface must be built, and CHROME_PATH name a Chromium. All is closed after `use`. */
export function inBrowser<T>(
  board: string,
  generator: 'none' | 'storybook',
  use: (parts: InBrowser) => Promise<T>,
): Promise<T> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) throw new Error('name a Chromium in CHROME_PATH');
  return withProgram(board, { host: 'web', generator }, async (application) => {
    const server = await startServer({ storyboards: new Storyboards(application), rendererFolder: RENDERER });
    // Not above: it takes forty mebibytes of a host that is measured without a window.
    const { chromium } = await import('playwright');
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
    try {
      const newPage = () => browser.newPage({ viewport: { width: 1440, height: 900 } });
      return await use({ application, server, newPage });
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
