/** Pixels: the sizes in which a picture is sent. */
export type VariantWidth = 160 | 320 | 640 | 1280;

export interface PictureAddress {
  readonly sha256: string;
  /** Null = the file itself. */
  readonly width: VariantWidth | null;
}

const WIDTHS: readonly number[] = [160, 320, 640, 1280] satisfies readonly VariantWidth[];

/** Of the two parts of a picture's address; null when either is not one. */
export function pictureAddress(sha256: string, width: string | null): PictureAddress | null {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  if (width === null) return { sha256, width: null };
  return WIDTHS.includes(Number(width)) ? { sha256, width: Number(width) as VariantWidth } : null;
}
