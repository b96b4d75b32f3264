/** What is measured of pixels alone: how a frame is tilted, where its weight lies, what stands out of it. */
import { join } from 'node:path';
import type { Measures } from '@core/measures/index.js';
import { between, type Random, renderScene, type Scene } from '@models/storybook/world/index.js';
import type { PixelComposition } from '@shared/composition/index.js';
import sharp, { type Sharp } from 'sharp';
import { composed } from './frames.js';
import type { Trial } from './trial.js';
import type { View } from './view.js';

const DRAWN = { width: 1280, height: 720 };
/** What is left of a drawing that is turned, without its corners. */
const LEFT = { width: 832, height: 468 };
const MOST_TURNED = 10;
/** Degrees that a measured tilt may be off. */
const OFF = 2;

/** `folder`: where pictures are put to be measured. */
export async function ofPixels(
  scene: Scene,
  view: View,
  random: Random,
  { measures, folder }: { measures: Measures; folder: string },
): Promise<Trial[]> {
  const pixels = await renderScene(scene, DRAWN);
  const picture = sharp(pixels, { raw: { ...DRAWN, channels: 3 } });
  const measured = async (image: Sharp): Promise<PixelComposition> => {
    const file = join(folder, 'picture.png');
    await image.png({ compressionLevel: 1 }).toFile(file);
    const { composition } = await measures.measure(file);
    if (!composition) throw new Error('The composition was not measured.');
    return composition;
  };
  const { horizon, salient } = await measured(picture);
  const turnedBy = between(random, -MOST_TURNED, MOST_TURNED);
  const turned = await measured(await turnedPicture(pixels, turnedBy));
  const isNear = (found: PixelComposition['horizon'], tilt: number) =>
    found && Math.abs(found.tilt - tilt) <= OFF;
  return [
    { measure: 'horizon, level, within 2°', right: isNear(horizon, 0) },
    { measure: 'horizon, tilted, within 2°', right: isNear(turned.horizon, turnedBy) },
    ...(await balance(scene, view)),
    { measure: '(salient region on a subject)', right: salient && isOnSubject(view, salient.region) },
  ];
}

async function turnedPicture(pixels: Buffer, degrees: number): Promise<Sharp> {
  const { data, info } = await sharp(pixels, { raw: { ...DRAWN, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const left = Math.round((width - LEFT.width) / 2);
  const top = Math.round((height - LEFT.height) / 2);
  return sharp(data, { raw: { width, height, channels } }).extract({ ...LEFT, left, top });
}

const SMALL = { width: 320, height: 180 };
/** Levels by which a pixel differs that a subject covers. */
const COVERED = 24;
const EVEN = 0.1;

/** The weight of the subjects by the pixels that they cover: of the same scene with and without them. */
async function balance(scene: Scene, view: View): Promise<Trial[]> {
  const [full, empty] = await Promise.all(
    [scene, { ...scene, subjects: [] }].map((one) => renderScene(one, SMALL)),
  );
  let [count, moment] = [0, 0];
  for (let i = 0; i < SMALL.width * SMALL.height; i++) {
    const levels = [0, 1, 2].map((c) => Math.abs((full?.[3 * i + c] ?? 0) - (empty?.[3 * i + c] ?? 0)));
    if (Math.max(...levels) < COVERED) continue;
    count++;
    moment += ((i % SMALL.width) + 0.5) / SMALL.width;
  }
  const lean = moment / count - 0.5;
  const { lean: said } = composed(view.detections);
  if (count === 0 || Math.abs(Math.abs(lean) - EVEN) < 0.03) return [];
  const sideOf = (by: number) => (Math.abs(by) <= EVEN ? 0 : Math.sign(by));
  return [{ measure: 'balance', right: said === null ? null : sideOf(said) === sideOf(lean) }];
}

function isOnSubject({ boxes }: View, region: NonNullable<PixelComposition['salient']>['region']): boolean {
  const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
  return boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
}
