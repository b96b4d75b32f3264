import { shotsInOrder } from '@shared/records/index.js';
import { LosslessNumber, stringify } from 'lossless-json';
import type { WriteContext } from '../format.js';
import { pathFrom } from '../path-from.js';

/** For boards that came without a shots file: the same fields, made new. */
export function newShotsFile(context: WriteContext): string {
  const { records } = context.board.review;
  const [storyboard] = Object.values(records.storyboard);
  const shots = shotsInOrder(records).map((shot) => {
    const pick = shot.pickId ? records.take[shot.pickId] : undefined;
    const words = pick && pick.origin.kind === 'regenerated' ? pick : shot;
    return {
      shotNumber: shot.number,
      ...(shot.scene !== null && { scene: shot.scene }),
      ...(shot.omitted && { omitted: true }),
      duration: shot.duration,
      sceneDescription: shot.description,
      visualPrompt: words.prompt,
      negativePrompt: words.negativePrompt,
      ...(pick?.seed != null && { seed: new LosslessNumber(pick.seed) }),
      imagePath: pick ? pathFrom(context, pick.path) : null,
    };
  });
  return `${stringify({ titleId: storyboard?.title ?? '', totalShots: shots.length, shots }, null, 2)}\n`;
}
