import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNodeChild } from '@inference/index.js';
import type { Settings } from '@shared/settings.js';
import { Application, type ApplicationOptions } from '../application.js';

interface More extends Partial<ApplicationOptions> {
  readonly flags?: Partial<Settings>;
}

/** The application with its real model, as tests run it: what it keeps lies below `folder`, and a defect is thrown. */
export const startApplication = (folder: string, { flags = {}, ...more }: More = {}): Promise<Application> =>
  Application.create({
    version: '0.0.0',
    host: 'test',
    dataFolder: join(folder, 'data'),
    modelsFolder: fileURLToPath(new URL('../../../models', import.meta.url)),
    sample: { folder, ready: async () => folder },
    startChild: startNodeChild,
    // Reading every picture would take longer than all else that tests ask for.
    settings: { userFile: join(folder, 'settings.json'), environment: {}, flags: { reads: false, ...flags } },
    startingFolders: [],
    threads: 1,
    log: (thrown) => {
      throw thrown;
    },
    ...more,
  });
