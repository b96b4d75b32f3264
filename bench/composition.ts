/**
 * Measures of composition against the geometry of drawn scenes, which is known: `npm run bench:composition
 * [-- --scenes 400]`. From boxes that miss nothing, and of pixels alone where a measure needs no boxes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMeasures } from '@core/measures/index.js';
import { seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { partFrame, partOf, sampled, wholeFrame } from './composition/frames.js';
import { pairTrials } from './composition/pairs.js';
import { ofPixels } from './composition/pixels.js';
import { type Trial, table } from './composition/trial.js';
import { viewOf } from './composition/view.js';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const SCENES = option('scenes', 400);
/** Drawing and measuring takes longer. */
const PICTURES = option('pictures', 120);

const measures = createMeasures();
const folder = await mkdtemp(join(tmpdir(), 'continuist-composition-'));
const fromBoxes: Trial[] = [];
const fromPixels: Trial[] = [];
try {
  for (let i = 0; i < SCENES; i++) {
    const random = seededRandom(seedFrom('composition', i));
    const scene = sampled(random);
    const view = viewOf(scene);
    fromBoxes.push(...wholeFrame(view, view.detections));
    const part = viewOf(scene, partOf(view, random));
    fromBoxes.push(...partFrame(part, part.detections));
    fromBoxes.push(...pairTrials(scene, random, ({ detections }) => detections));
    if (i < PICTURES) fromPixels.push(...(await ofPixels(scene, view, random, { measures, folder })));
  }
} finally {
  await measures.close();
  await rm(folder, { recursive: true });
}
for (const [title, trials] of [
  ['From boxes as they were drawn', fromBoxes],
  ['Of pixels', fromPixels],
] as const) {
  console.log(`\n${title}: share that is right, and where it lies at 95 %`);
  for (const line of table(trials)) console.log(line);
}
