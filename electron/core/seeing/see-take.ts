/** Has an eye look at a take, once for all that its shot speaks of. */
import type { Board } from '@core/board/index.js';
import type { Inference, Sighted } from '@inference/index.js';
import { type PublishedEye, STORYBOOK_EYE } from '@models/library/index.js';
import type { Take } from '@shared/records/index.js';
import { type Sighting, saysSomething } from '@shared/sighting.js';
import { nounsOf } from './nouns.js';

export type Seeing = Pick<Inference, 'see' | 'eye'>;

/**
 * In the process of `judge`. The eye that ships looks first; where it says nothing of the picture, the one for any world
 * does, if it is here. Throws as `Inference.see`, and what `Board.fileOf` throws; what was seen before is kept then.
 */
export async function seeTake(
  board: Board,
  take: Take,
  judge: string,
  seeing: Seeing,
  signal?: AbortSignal,
): Promise<Sighting> {
  const { eye } = seeing;
  const nouns = nounsOf(board.claimsOf(take.shotId));
  const known = board.sighting(take);
  if (known && isSeenBy(known, eye) && nouns.every((noun) => known.labels.includes(noun))) return known;
  const labels = [...new Set([...nouns, ...(known?.labels ?? [])])];
  const file = await board.fileOf(take);
  const look = async (id: string) =>
    sightingOf(id, labels, await seeing.see(judge, { eye: id, file, labels }, signal));
  const drawn = await look(STORYBOOK_EYE);
  const sighting = saysSomething(drawn) || !eye ? drawn : await look(eye.id);
  board.sighted(take, sighting);
  return sighting;
}

/** It was seen by the eye that would look now; `eye`: the one for any world that is here. */
export const isSeenBy = (known: Sighting, eye: PublishedEye | null): boolean =>
  known.eye === STORYBOOK_EYE
    ? saysSomething(known) || eye === null
    : known.eye === eye?.id && known.eyeVersion === eye.version;

const sightingOf = (
  eye: string,
  labels: string[],
  { version, detections, unknown, vectors }: Sighted,
): Sighting => ({
  eye,
  eyeVersion: version,
  labels,
  detections: [...detections],
  unknown: [...unknown],
  vectors: vectors.map((vector) => [...vector]),
});
