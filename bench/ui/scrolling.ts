/** How strip and grid are scrolled, and what came of it. */

/** Screens of 1440 × 900. `speed`: CSS pixels a second; `from`: the first shot, so that no two runs meet the same ones. */
export const SCROLLS = [
  { name: 'strip, steadily', view: 'strip', speed: 1000, from: 0, isSteady: true },
  { name: 'strip, fast', view: 'strip', speed: 6000, from: 100, isSteady: false },
  { name: 'grid, steadily', view: 'grid', speed: 600, from: 280, isSteady: true },
  { name: 'grid, fast', view: 'grid', speed: 3000, from: 400, isSteady: false },
] as const;
export type Scroll = (typeof SCROLLS)[number];
export type ScrollName = Scroll['name'];

/** Of each run. */
export const SECONDS = 5;
/** Milliseconds; a frame that takes longer is seen to stutter. */
const SLOW = 33;

/** As the page tells it: milliseconds from frame to frame, and frames in which a picture was missing. */
export interface Scrolled {
  readonly gaps: readonly number[];
  readonly lacking: number;
}

/** Shares of the frames, 0–1. */
export interface FrameFigures {
  readonly frames: number;
  readonly slow: number;
  readonly lacking: number;
}

export const frameFigures = ({ gaps, lacking }: Scrolled): FrameFigures => ({
  frames: gaps.length,
  slow: gaps.filter((gap) => gap > SLOW).length / gaps.length,
  lacking: lacking / gaps.length,
});
