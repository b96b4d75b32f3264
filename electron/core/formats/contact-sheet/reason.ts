import type { WriterContext } from '../format.js';
import { findingJpeg } from './finding-jpeg.js';
import type { SheetPicture } from './picture.js';

/**
 * What a finding is shown by; null where it is shown by nothing, or one of the pictures is gone. Portraits are looked for as
 * takes are: by their content.
 */
export async function reasonFor(
  { board, findingPicture }: WriterContext,
  shotId: string,
  key: string,
): Promise<SheetPicture | null> {
  const picture = await findingPicture?.(shotId, key);
  return picture ? findingJpeg(picture, (sha256) => board.fileOf({ sha256, path: '' })) : null;
}
