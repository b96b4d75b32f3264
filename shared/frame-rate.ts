/** Frame rates of editing and their timecodes (SMPTE ST 12-1): 29.97 drops numbers, 23.976 counts as 24. */

export interface FrameRate {
  /** Frames that a second of timecode counts. */
  readonly counted: number;
  /** Frames in a second of time. */
  readonly exact: number;
  /** Frame numbers 0 and 1 of each minute but every tenth are left out. */
  readonly drops: boolean;
}

/** Seconds that a shot without a duration gets. */
export const USUAL_SECONDS = 2;
/** Longer is no shot, and past what editing programs take for one. */
export const LONGEST_SECONDS = 3600;

export const FRAME_RATES = {
  '23.976': { counted: 24, exact: 24_000 / 1001, drops: false },
  '24': { counted: 24, exact: 24, drops: false },
  '25': { counted: 25, exact: 25, drops: false },
  '29.97': { counted: 30, exact: 30_000 / 1001, drops: true },
  '30': { counted: 30, exact: 30, drops: false },
} as const satisfies Readonly<Record<string, FrameRate>>;

/** The whole frames nearest to so many seconds, at least one. */
export const framesOf = (seconds: number, { exact }: FrameRate): number =>
  Math.max(1, Math.round(seconds * exact));

const DROPPED = 2;

/** `01:00:02:12`, with a semicolon before the frames where numbers are dropped; past 24 hours it begins anew. */
export function timecode(frames: number, { counted, drops }: FrameRate): string {
  const number = drops ? frames + droppedBefore(frames, counted) : frames;
  const seconds = Math.floor(number / counted);
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${parts.map(two).join(':')}${drops ? ';' : ':'}${two(number % counted)}`;
}

/** How many numbers were left out before a frame. */
function droppedBefore(frames: number, counted: number): number {
  const minute = counted * 60 - DROPPED;
  const tenMinutes = counted * 600 - DROPPED * 9;
  const tens = Math.floor(frames / tenMinutes);
  const rest = frames % tenMinutes;
  // The first minute of ten drops nothing and so is longer.
  const minutes = rest < counted * 60 ? 0 : Math.floor((rest - counted * 60) / minute) + 1;
  return DROPPED * (tens * 9 + minutes);
}
