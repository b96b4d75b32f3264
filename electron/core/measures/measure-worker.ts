import { type PictureFile, readPictureFile } from '@core/metadata/index.js';
import sharp from 'sharp';
import { findFlaw } from './flaw.js';
import { measureFrame } from './measure-frame.js';

// One picture a thread: the pool is the parallelism.
sharp.concurrency(1);

/** The pool's entry point: a file's measures, or why it cannot be read. */
export default measureFrame;

/** What pictures' files say of how they were made; read here since a hostile one takes long. */
export async function readPictureFiles(files: readonly string[]): Promise<PictureFile[]> {
  const read: PictureFile[] = [];
  for (const file of files) read.push(await readPictureFile(file));
  return read;
}

/** Where a fault of a picture can be seen best; see `findFlaw`. */
export const flawOf = ({
  file,
  kind,
}: {
  readonly file: string;
  readonly kind: Parameters<typeof findFlaw>[1];
}) => findFlaw(file, kind);
