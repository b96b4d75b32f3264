import type { Region } from '@shared/records/index.js';

/** So near to an edge, in parts of the frame, a box reaches it: detectors are no more exact. */
const NEAR = 0.012;

export type Side = 'left' | 'right' | 'top' | 'bottom';

const REACHES: Readonly<Record<Side, (box: Region) => boolean>> = {
  left: ({ x }) => x <= NEAR,
  right: ({ x, width }) => x + width >= 1 - NEAR,
  top: ({ y }) => y <= NEAR,
  bottom: ({ y, height }) => y + height >= 1 - NEAR,
};

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
