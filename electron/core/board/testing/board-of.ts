import { join } from 'node:path';
import type { ImportedStoryboard } from '@core/formats/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { folderWith } from '@testing/folder.js';
import type { Board } from '../index.js';
import { openFound } from './open-found.js';

/** Opened from a folder of its own: a shot for each, with one take, whose prompt is the description unless it is given. */
export async function boardOf(
  shots: readonly { readonly description: string; readonly prompt?: string; readonly picture: Buffer }[],
): Promise<Board> {
  const paths = shots.map((_, at) => `${at}.png`);
  const folder = await folderWith(
    Object.fromEntries(shots.map(({ picture }, at) => [paths[at] as string, picture])),
  );
  const imported: ImportedStoryboard = {
    folder,
    title: 'Pier',
    source: { kind: 'pipeline', name: 'pier', format: 'story-pipeline' },
    styleBrief: '',
    characters: [],
    shots: shots.map(({ description, prompt = description }, at) => ({
      number: String(at + 1),
      scene: null,
      description,
      duration: null,
      takes: [
        {
          path: paths[at] as string,
          prompt,
          negativePrompt: '',
          seed: String(at),
          settings: { steps: 20 },
          made: null,
          selected: true,
        },
      ],
    })),
    skipped: [],
  };
  return openFound(
    { folder, source: null, match: async () => null, read: async () => imported },
    {
      dataFolder: join(folder, 'data'),
      cacheFolder: join(folder, 'cache'),
      settings: () => ({ ...DEFAULT_SETTINGS, generator: 'command', rounds: 99 }),
    },
  );
}
