/** Pictures that a new one should look like, as the files that a generator gets. */
import { join } from 'node:path';
import type { Board } from '@core/board/index.js';
import { openPicture } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type Pictured, pictureOf, type Request } from '@shared/records/index.js';

type References = NonNullable<Request['references']>;

/**
 * Their paths, absolute: of a whole picture its own file, of a part one in `folder`, the folder of the order's work.
 * Throws what `Board.fileOf` throws.
 */
export const referenceFiles = (board: Board, references: References, folder: string): Promise<string[]> =>
  Promise.all(
    references.map(async (one, at) => (one.region ? partPath(folder, at) : await fileOf(board, one))),
  );

function fileOf(board: Board, one: Pictured): Promise<string> {
  const picture = pictureOf(board.review.records, one);
  if (!picture) throw new ContinuistError('NOT_FOUND');
  return board.fileOf(picture);
}

const partPath = (folder: string, at: number): string => join(folder, `reference-${at + 1}.png`);

/** Cuts out the parts that `referenceFiles` names. `folder` exists. Throws what `Board.fileOf` throws. */
export async function writeParts(board: Board, references: References, folder: string): Promise<void> {
  for (const [at, one] of references.entries()) {
    const { region } = one;
    if (!region) continue;
    const upright = await openPicture(await fileOf(board, one))
      .autoOrient()
      .png()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = upright.info;
    const left = Math.min(width - 1, Math.floor(region.x * width));
    const top = Math.min(height - 1, Math.floor(region.y * height));
    await openPicture(upright.data)
      .extract({
        left,
        top,
        width: Math.max(1, Math.min(width - left, Math.round(region.width * width))),
        height: Math.max(1, Math.min(height - top, Math.round(region.height * height))),
      })
      .png()
      .toFile(partPath(folder, at));
  }
}
