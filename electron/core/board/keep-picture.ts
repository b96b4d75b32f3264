/** A picture that no file of the storyboard is yet: written beside the review, and known as an asset. */
import { join, relative, sep } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import type { PictureHeader } from '@core/measures/index.js';
import type { Take } from '@shared/records/index.js';
import type { Board } from './board.js';

/** `name`: of its file, without the ending. */
export async function keepPicture(
  { assets, review }: Pick<Board, 'assets' | 'review'>,
  name: string,
  bytes: Buffer,
  { format }: Pick<PictureHeader, 'format'>,
): Promise<Pick<Take, 'sha256' | 'path' | 'width' | 'height'>> {
  const file = join(review.takesFolder, `${name}.${format === 'jpeg' ? 'jpg' : format}`);
  await replaceFile(file, bytes);
  const { sha256, width, height } = await assets.add(file);
  return { sha256, path: relative(review.folder, file).split(sep).join('/'), width, height };
}
