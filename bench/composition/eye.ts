/** The same from boxes that the drawn world's own eye sees in the pictures, of whole frames. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEye } from '@models/index.js';
import { STORYBOOK_EYE } from '@models/library/index.js';
import { renderScenePng, type Scene } from '@models/storybook/world/index.js';
import { MODELS_FOLDER } from '../board.js';
import { wholeFrame } from './frames.js';
import type { Trial } from './trial.js';
import { viewOf } from './view.js';

/** `folder`: where pictures are put to be looked at. */
export async function ofEye(scenes: readonly Scene[], folder: string): Promise<Trial[]> {
  const eye = await loadEye(STORYBOOK_EYE, { modelsFolder: MODELS_FOLDER, threads: 1 });
  const trials: Trial[] = [];
  try {
    for (const scene of scenes) {
      const file = join(folder, 'seen.png');
      await writeFile(file, await renderScenePng(scene));
      const { detections } = await eye.detect(
        file,
        scene.subjects.map(({ kind }) => kind),
      );
      trials.push(...wholeFrame(viewOf(scene), detections));
    }
  } finally {
    await eye.close();
  }
  return trials;
}
