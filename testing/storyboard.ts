/** A small storyboard of the storybook world, drawn for one test, so that tests depend on no sample. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imagine, type PictureSize, renderScenePng } from '@models/storybook/world/index.js';

const SCENES = [
  'A girl in a red coat stands in a meadow in the morning.',
  'A girl in a red coat walks through a forest. It is raining.',
  'A fox sits in a forest at night.',
  'A girl in a red coat holds a lantern in a library.',
  'A boy in a blue coat stands in a kitchen.',
  'A girl in a red coat stands in a harbour at dusk.',
  'A cat sits in a kitchen. A woman in a green coat stands to the left.',
  'A girl in a red coat stands on a mountain in the snow.',
];

export interface DrawnOptions {
  readonly shots?: number;
  /** Pixels. */
  readonly size?: PictureSize;
}

/** By all that they depend on: drawing takes longer than most of what is done with them. */
const drawn = new Map<string, Promise<Buffer>>();

/** The picture of a prompt, as every test that asks for it gets it. */
export function drawPicture(
  prompt: string,
  seed: number,
  size: PictureSize,
  missRate?: number,
): Promise<Buffer> {
  const key = JSON.stringify([prompt, seed, size, missRate]);
  const known = drawn.get(key);
  if (known) return known;
  const { scene } = imagine({ prompt, seed, ...(missRate !== undefined && { missRate }) });
  const made = renderScenePng(scene, size);
  drawn.set(key, made);
  return made;
}

/** Writes `shots.json` and `frames/` into `folder` and returns the shots file's path. */
export async function drawStoryboard(
  folder: string,
  { shots = SCENES.length, size = { width: 320, height: 180 } }: DrawnOptions = {},
): Promise<string> {
  await mkdir(join(folder, 'frames'), { recursive: true });
  const rows = [];
  for (let index = 0; index < shots; index++) {
    const text = SCENES[index % SCENES.length] ?? '';
    const prompt = `${text} Gouache.`;
    const imagePath = `frames/shot_${String(index + 1).padStart(3, '0')}.png`;
    await writeFile(join(folder, imagePath), await drawPicture(prompt, index + 1, size));
    rows.push({
      shotNumber: index + 1,
      duration: 3,
      sceneDescription: text,
      visualPrompt: prompt,
      seed: index + 1,
      imagePath,
    });
  }
  const file = join(folder, 'shots.json');
  await writeFile(file, `${JSON.stringify({ titleId: 'Drawn', totalShots: shots, shots: rows }, null, 2)}\n`);
  return file;
}
