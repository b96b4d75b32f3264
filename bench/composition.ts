/**
 * Measures of composition against the geometry of drawn scenes, which is known: `npm run bench:composition
 * [-- --scenes 400 --pictures 120]`. From boxes as they were drawn, from inexact ones, from those that the drawn world's
 * own eye sees, and of pixels alone where a measure needs no boxes.
 */
import { createMeasures } from '@core/measures/index.js';
import { between, type Random, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import type { Detection } from '@shared/records/index.js';
import { inTemporaryFolder } from './board.js';
import { ofEye } from './composition/eye.js';
import { flagged } from './composition/flagged.js';
import { partFrame, partOf, sampled, wholeFrame } from './composition/frames.js';
import { pairTrials } from './composition/pairs.js';
import { ofPixels } from './composition/pixels.js';
import { type Trial, tableOf } from './composition/trial.js';
import { type View, viewOf } from './composition/view.js';
import { optionsOf } from './options.js';

const values = optionsOf({
  scenes: { type: 'string', default: '400' },
  /** Drawing and measuring takes longer. */
  pictures: { type: 'string', default: '120' },
});
const SCENES = Number(values.scenes);
const PICTURES = Number(values.pictures);
/** Of the width and height of a box, by which each of its edges is off at most. */
const OFF = 0.06;

const randomOf = (i: number, what = ''): Random => seededRandom(seedFrom('composition', what, i));

function inexact(view: View, random: Random): Detection[] {
  return view.detections.map(({ label, confidence, region }) => {
    const off = (by: number) => between(random, -OFF, OFF) * by;
    const [left, right] = [off(region.width), off(region.width)];
    const [top, bottom] = [off(region.height), off(region.height)];
    const x = Math.max(0, region.x + left);
    const y = Math.max(0, region.y + top);
    const width = Math.min(1, region.x + region.width + right) - x;
    const height = Math.min(1, region.y + region.height + bottom) - y;
    return { label, confidence, region: { x, y, width, height } };
  });
}

function ofBoxes(see: (view: View) => readonly Detection[]): Trial[] {
  const trials: Trial[] = [];
  for (let i = 0; i < SCENES; i++) {
    const random = randomOf(i);
    const scene = sampled(random);
    const view = viewOf(scene);
    trials.push(...wholeFrame(view, see(view)));
    const part = viewOf(scene, partOf(view, random));
    trials.push(...partFrame(part, see(part)));
    trials.push(...pairTrials(scene, random, see));
  }
  return trials;
}

async function ofPictures(folder: string): Promise<Trial[]> {
  const measures = createMeasures();
  const trials: Trial[] = [];
  try {
    for (let i = 0; i < PICTURES; i++) {
      const random = randomOf(i);
      const scene = sampled(random);
      trials.push(...(await ofPixels(scene, viewOf(scene), random, { measures, folder })));
    }
  } finally {
    await measures.close();
  }
  return trials;
}

const say = (title: string, figures: string): void => console.log(`\n## ${title}\n\n${figures}`);

const drawn = ({ detections }: View) => detections;
const noisy = randomOf(0, 'inexact');
say('From boxes as they were drawn', tableOf(ofBoxes(drawn)));
say(
  `From boxes of which each edge is off by up to ${OFF * 100} % of the box`,
  tableOf(ofBoxes((view) => inexact(view, noisy))),
);
await inTemporaryFolder(async (folder) => {
  const looked = Array.from({ length: PICTURES }, (_, i) => sampled(randomOf(i, 'seen')));
  say('From boxes that the eye of the drawn world sees', tableOf(await ofEye(looked, folder)));
  say('Of pixels', tableOf(await ofPictures(folder)));
});
const kept = Array.from({ length: SCENES }, (_, i) => sampled(randomOf(i, 'kept back')));
say('Frames reported that are as described, of scenes kept back, with one rule on', flagged(kept, drawn));
