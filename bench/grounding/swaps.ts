/**
 * Whether somebody is the same as in her other shots: by the crops of one noun on a board of one drawing style, each
 * beside the others. In half of the boards one shot has another look of the same kind.
 */
import type { InferenceClient } from '@inference/index.js';
import {
  COAT_COLOURS,
  type Random,
  type Scene,
  type Subject,
  sampleScene,
  seededRandom,
  seedFrom,
} from '@models/storybook/world/index.js';
import { median } from '@shared/median.js';
import { likenessOf } from './measure.js';
import { seenIn, twoOf, withSomebody } from './somebody.js';

const SHOTS = 7;
const SIZE = { width: 1024, height: 576 };

export interface Crop {
  readonly isSwapped: boolean;
  /** Median likeness to the other crops of the board, −1 to 1. */
  readonly likeness: number;
}

/** Of each board the crops in which the eye sees its girl. */
export async function swappedBoards(
  inference: InferenceClient,
  split: string,
  count: number,
  file: string,
): Promise<Crop[][]> {
  const boards: Crop[][] = [];
  for (let i = 0; i < count; i++) {
    const random = seededRandom(seedFrom(split, 'swaps', i));
    const { style } = sampleScene(random);
    const [colour, other] = twoOf(random, COAT_COLOURS);
    const swapped = i % 2 === 0 ? Math.floor(random() * SHOTS) : -1;
    const crops: { isSwapped: boolean; vector: readonly number[] }[] = [];
    for (let shot = 0; shot < SHOTS; shot++) {
      const scene = sceneOf(random, style, shot === swapped ? other : colour);
      const { detections, vectors } = await seenIn(scene, SIZE, 'girl', inference, file);
      const vector = vectors[0];
      if (detections.length === 1 && vector) crops.push({ isSwapped: shot === swapped, vector });
    }
    boards.push(
      crops.map(({ isSwapped, vector }, at) => ({
        isSwapped,
        likeness: median(crops.filter((_, n) => n !== at).map((one) => likenessOf(one.vector, vector))),
      })),
    );
  }
  return boards;
}

/** A scene with one girl in it, and whoever else comes. */
function sceneOf(random: Random, style: Scene['style'], colour: Subject['colour']): Scene {
  const scene = sampleScene(random, { style, atLeast: 1 });
  return withSomebody(scene, random, { kind: 'girl', colour }, ['fox', 'dog']);
}
