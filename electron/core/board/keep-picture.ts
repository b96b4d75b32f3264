/** A picture that no file of the storyboard is yet: written beside the review, and known as an asset. */
import { join, relative, sep } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import type { PictureHeader } from '@core/measures/index.js';
import type { Review } from '@core/review/index.js';
import type { Take } from '@shared/records/index.js';
import type { Board } from './board.js';

/** Where it was written to; `path`: as takes say it. */
export interface WrittenPicture {
  readonly file: string;
  readonly path: string;
}

/** `name`: of its file, without the ending. No asset yet: whoever cannot use it removes the file. */
export async function writePicture(
  { takesFolder, folder }: Pick<Review, 'takesFolder' | 'folder'>,
  name: string,
  bytes: Buffer,
  { format }: Pick<PictureHeader, 'format'>,
): Promise<WrittenPicture> {
  const file = join(takesFolder, `${name}.${format === 'jpeg' ? 'jpg' : format}`);
  await replaceFile(file, bytes);
  return { file, path: relative(folder, file).split(sep).join('/') };
}

/** `name`: of its file, without the ending. */
export async function keepPicture(
  { assets, review }: Pick<Board, 'assets' | 'review'>,
  name: string,
  bytes: Buffer,
  header: Pick<PictureHeader, 'format'>,
): Promise<Pick<Take, 'sha256' | 'path' | 'width' | 'height'>> {
  const { file, path } = await writePicture(review, name, bytes, header);
  const { sha256, width, height } = await assets.add(file);
  return { sha256, path, width, height };
}
