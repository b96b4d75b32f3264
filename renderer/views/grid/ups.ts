/** Frames that are seen at once in the grid, where the artist asks for so many. */
export const UPS = [2, 4, 6, 9, 12, 16, 25, 36, 49, 64] as const;
export type Up = (typeof UPS)[number];

/** Fewest and most frames across, where their number is chosen. */
export const FEWEST = 2;
export const MOST = 12;

interface Size {
  readonly gridUp: Up | null;
  readonly gridColumns: number;
}

/** One step larger (1) or smaller (-1): the next number of frames at once, or across where that is chosen. */
export function stepped({ gridUp, gridColumns }: Size, by: 1 | -1): Partial<Size> {
  if (gridUp === null) return { gridColumns: Math.max(FEWEST, Math.min(MOST, gridColumns - by)) };
  return { gridUp: UPS[UPS.indexOf(gridUp) - by] ?? gridUp };
}
