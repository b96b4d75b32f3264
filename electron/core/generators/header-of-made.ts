import { isUnreadable, type PictureHeader, pictureHeader } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';

/** Of a picture that a generator made. Throws GENERATOR_FAILED for no picture, a document such as SVG, and too many pixels. */
export async function headerOfMade(bytes: Buffer): Promise<PictureHeader> {
  const header = await pictureHeader(bytes);
  if (isUnreadable(header))
    throw new ContinuistError('GENERATOR_FAILED', `its picture cannot be used: ${header.unreadable}`);
  return header;
}
