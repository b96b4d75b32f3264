/** The whole program without a window, and the sample storyboard, judged once and opened anew for each run. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { type StartChild, startNodeChild } from '@inference/index.js';
import type { Settings } from '@shared/settings.js';
import { analyseBoard, inTemporaryFolder, MODELS_FOLDER } from '../board.js';
import { SAMPLE } from '../truth.js';

export interface Studio {
  readonly application: Application;
  /** For files of a run's own. */
  readonly folder: string;
  /** A fresh copy of the judged sample is the board that is open. */
  open(flags: Partial<Settings>): Promise<void>;
}

/** `startChild`: who judges. Every graph may be used. */
export const withStudio = <T>(
  use: (studio: Studio) => Promise<T>,
  startChild: StartChild = startNodeChild,
): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const options = await applicationOptions({
      host: 'test',
      startChild,
      dataFolder: join(folder, 'data'),
      modelsFolder: MODELS_FOLDER,
      environment: {},
      allowsGraph: () => true,
    });
    const application = await Application.create(options);
    const judged = join(folder, 'judged');
    let copies = 0;
    const open = async (from: string, to: string, flags: Partial<Settings>): Promise<void> => {
      await cp(from, to, { recursive: true });
      await application.open(to, { flags });
      await analyseBoard(application);
      await application.board.settled();
    };
    try {
      await open(SAMPLE, judged, {});
      await application.closeBoard();
      return await use({
        application,
        folder,
        open: (flags) => open(judged, join(folder, `board-${copies++}`), flags),
      });
    } finally {
      await application.close();
    }
  });
