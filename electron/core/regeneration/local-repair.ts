/** Making only a part of a picture anew: the mask that the generator gets, and what is kept of its picture. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Board } from '@core/board/index.js';
import type { GeneratedImage, Generator, TakeSettings } from '@core/generators/index.js';
import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import { maskPng, proofOf, repaired } from '@core/repair/index.js';
import type { RepairProof } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Mask, Take } from '@shared/records/index.js';
import { Memo } from './memo.js';

/** Where the mask of a request lies, in the folder of its work. */
export const maskPath = (folder: string): string => join(folder, 'mask.png');

/** As a picture as large as the take. */
export async function writeMask(file: string, mask: Mask, from: Take): Promise<void> {
  await writeFile(file, await maskPng(mask, from));
}

/** Throws GENERATOR_FAILED for a generator that makes whole pictures only. */
export function needInpaint({ capabilities }: Pick<Generator, 'capabilities'>): void {
  if (capabilities.includes('inpaint')) return;
  throw new ContinuistError(
    'GENERATOR_FAILED',
    'it makes whole pictures only. Approve without the marked part, or choose a generator that can repair one',
  );
}

/** The old picture with what was made inside the mask. `oldFile`: of the take that the request starts from. */
export async function keptInside(oldFile: string, made: GeneratedImage, mask: Mask): Promise<GeneratedImage> {
  const header = await pictureHeader(made.bytes);
  // What is no picture is refused by whoever keeps it.
  if (isUnreadable(header)) return made;
  const { bytes, putBack, scaledFrom } = await repaired(oldFile, made.bytes, mask);
  const settings: TakeSettings = {
    ...made.settings,
    ...(scaledFrom && { 'made as': scaledFrom }),
    ...(putBack > 0 && { 'put back outside the part': shareOf(putBack) }),
  };
  return { ...made, bytes, settings };
}

const shareOf = (share: number): string =>
  `${share < 0.001 ? 'under 0.1' : (share * 100).toFixed(1)} % of the pixels`;

/** Counted once for the same pictures and the same mask. */
const proofs = new Memo<RepairProof>(256);

/** Null for a take that was made whole, and where one of the two files is gone. */
export async function repairProof(board: Board, takeId: string): Promise<RepairProof | null> {
  const take = board.take(takeId);
  if (take.origin.kind !== 'regenerated') return null;
  const { request, take: takes } = board.review.records;
  const mask = request[take.origin.requestId]?.mask;
  const from = takes[take.origin.fromTakeId];
  if (!mask || !from) return null;
  try {
    const [old, made] = [await board.fileOf(from), await board.fileOf(take)];
    return await proofs.of(`${from.sha256} ${take.sha256} ${JSON.stringify(mask)}`, () =>
      proofOf(old, made, mask),
    );
  } catch (thrown) {
    if (thrown instanceof ContinuistError && thrown.code === 'IMAGE_MISSING') return null;
    throw thrown;
  }
}
