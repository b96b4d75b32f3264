/** Has an eye look at a take, once for all that its shot speaks of. */
import type { Board } from '@core/board/index.js';
import type { Inference } from '@inference/index.js';
import type { Take } from '@shared/records/index.js';
import type { Sighting } from '@shared/sighting.js';
import { nounsOf } from './nouns.js';

/** The one that ships with the program; it says nothing of pictures of other worlds. */
const EYE = 'storybook';

/** In the process of `judge`. Throws as `Inference.see`, and what `Board.fileOf` throws. */
export async function seeTake(
  board: Board,
  take: Take,
  judge: string,
  inference: Pick<Inference, 'see'>,
  signal?: AbortSignal,
): Promise<Sighting> {
  const nouns = nounsOf(board.claimsOf(take.shotId));
  const known = board.sighting(take);
  if (known && nouns.every((noun) => known.labels.includes(noun))) return known;
  const labels = [...new Set([...nouns, ...(known?.labels ?? [])])];
  const file = await board.fileOf(take);
  const { version, detections, unknown, vectors } = await inference.see(
    judge,
    { eye: EYE, file, labels },
    signal,
  );
  const sighting: Sighting = {
    eye: EYE,
    eyeVersion: version,
    labels,
    detections: [...detections],
    unknown: [...unknown],
    vectors: vectors.map((vector) => [...vector]),
  };
  board.sighted(take, sighting);
  return sighting;
}
