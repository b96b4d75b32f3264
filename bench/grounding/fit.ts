/** Fits what the eye of the drawn world needs beside its graphs: from what heat on something is there, and which pictures are of its world. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAMILIAR, strangeness } from '@models/judge/index.js';
import { decode, StorybookEye } from '@models/storybook/eye/index.js';
import { inTemporaryFolder } from '../board.js';
import { cloudOf } from '../fit-familiar.js';
import { drawnFrames } from './frames.js';

const FRAMES = 300;
/** The eye sees 128 pixels of any size; smaller frames are drawn many times faster. */
const SIZE = { width: 512, height: 288 };
const THRESHOLDS = Array.from({ length: 13 }, (_, i) => 0.2 + 0.03 * i);
/** Strangers lie beyond so many times what the strangest of the frames that it was not fitted on comes to. */
const BEYOND = 1.1;

export async function fitEye(folder: string): Promise<void> {
  await writeFile(join(folder, 'eye.json'), '{ "threshold": 0.4 }\n');
  const eye = await StorybookEye.load(folder, { declinesNobody: true });
  const scenes: number[][] = [];
  const wrong = THRESHOLDS.map(() => 0);
  await inTemporaryFolder(async (temporary) => {
    const file = join(temporary, 'frame.png');
    for await (const { png, subjects, nouns } of drawnFrames('grounding-fit', FRAMES, SIZE)) {
      await writeFile(file, png);
      const maps = await eye.look(file);
      scenes.push([...(maps.scene.data as Float32Array)]);
      for (const [i, threshold] of THRESHOLDS.entries()) {
        const found = decode(maps.heat, maps.sides, threshold);
        const number = (all: readonly { noun?: string; kind?: string }[], noun: string) =>
          all.filter((one) => (one.noun ?? one.kind) === noun).length;
        wrong[i] =
          (wrong[i] ?? 0) + nouns.filter((noun) => number(found, noun) !== number(subjects, noun)).length;
      }
    }
  });
  await eye.close();
  const least = Math.min(...wrong);
  // The middle of those that are equally good.
  const best = THRESHOLDS.filter((_, i) => wrong[i] === least);
  const threshold = Number((best[Math.floor(best.length / 2)] ?? 0.4).toFixed(2));
  await writeFile(join(folder, 'eye.json'), `${JSON.stringify({ threshold })}\n`);
  const fitted = Math.floor(scenes.length * 0.8);
  const cloud = cloudOf(scenes.slice(0, fitted));
  const strangest = Math.max(...scenes.slice(fitted).map((scene) => strangeness(scene, cloud)));
  const limit = Number((BEYOND * strangest).toPrecision(3));
  await writeFile(join(folder, FAMILIAR), `${JSON.stringify({ fittedOn: 'eye.onnx', ...cloud, limit })}\n`);
  console.log(`Threshold ${threshold}; strangers lie beyond ${limit}.`);
}
