/** The pictures of a contact sheet: no larger than what they are shown at. */
import { isUnreadable, openPicture, pictureHeader } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Take } from '@shared/records/index.js';
import type { WrittenBoard } from '../format.js';

export interface SheetPicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What stands in the place of a picture that cannot be shown. */
export interface NoPicture {
  readonly why: string;
}

/** Scaled down, never up, to fit into `width` × `height` pixels. */
export async function sheetPicture(
  board: WrittenBoard,
  take: Take | null,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<SheetPicture | NoPicture> {
  if (!take) return { why: 'No picture' };
  try {
    const file = await board.fileOf(take);
    const header = await pictureHeader(file);
    if (isUnreadable(header)) return { why: header.missing ? MISSING : UNREADABLE };
    const { data, info } = await openPicture(file)
      .autoOrient()
      .resize({
        width: Math.round(width),
        height: Math.round(height),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#808080' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch (thrown) {
    const missing = thrown instanceof ContinuistError && thrown.code === 'IMAGE_MISSING';
    return { why: missing ? MISSING : UNREADABLE };
  }
}

const MISSING = 'The picture is missing';
const UNREADABLE = 'The picture cannot be read';
