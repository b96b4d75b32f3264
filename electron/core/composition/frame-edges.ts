import type { Region } from '@shared/records/index.js';

/** So near to an edge, in parts of the frame or of the box across, a box reaches it: detectors are no more exact. */
const NEAR = 0.012;
const OF_BOX = 0.03;
/** Whoever stands that near to the lower edge is as good as cut by it. */
const OF_BOX_BELOW = 0.05;

export type Side = 'left' | 'right' | 'top' | 'bottom';

const REACHES: Readonly<Record<Side, (box: Region) => boolean>> = {
  left: ({ x, width }) => x <= near(width, OF_BOX),
  right: ({ x, width }) => x + width >= 1 - near(width, OF_BOX),
  top: ({ y, height }) => y <= near(height, OF_BOX),
  bottom: ({ y, height }) => y + height >= 1 - near(height, OF_BOX_BELOW),
};

const near = (extent: number, share: number): number => Math.max(NEAR, share * extent);

export const reaches = (box: Region, side: Side): boolean => REACHES[side](box);

/** As far as it is in the frame. */
export function inFrame({ x, y, width, height }: Region): Region {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(1, x + width) - left),
    height: Math.max(0, Math.min(1, y + height) - top),
  };
}

export const areaOf = ({ width, height }: Region): number => width * height;

export const middleOf = ({ x, y, width, height }: Region): { x: number; y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});
