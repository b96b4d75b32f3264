/** A picture as its file's header has it. */
import { isUnreadable, type PictureHeader, type Unreadable } from '@core/measures/index.js';

export interface Asset {
  readonly sha256: string;
  /** Upright, in pixels; 0 when the picture cannot be read. */
  readonly width: number;
  readonly height: number;
  /** `png`, `jpeg`, …; '' when the picture cannot be read. */
  readonly format: string;
  /** Why it cannot be read; null when it can. */
  readonly unreadable: string | null;
}

export const assetOf = (sha256: string, header: PictureHeader | Unreadable): Asset =>
  isUnreadable(header)
    ? { sha256, width: 0, height: 0, format: '', unreadable: header.unreadable }
    : { sha256, width: header.width, height: header.height, format: header.format, unreadable: null };
