/** What is seen of each side of a finding's picture. Pure. */
import { cropAround } from './crop-around.js';
import type { FindingPicture, PictureSide } from './finding-picture.js';
import type { Region } from './records/index.js';

/** Of what is round a region, as a share of its size. */
const MARGIN = 0.12;
/** Where two regions differ by more than this, each is cut by itself: at one scale the smaller would be a speck. */
const MOST_APART = 2;
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };
const LEAST_ASPECT = 1.2;
const MOST_ASPECT = 16 / 9;

/** Width over height of the boxes that the sides are shown in: what most suits the frame itself. */
export function aspectOf({ sides }: Pick<FindingPicture, 'sides'>): number {
  const { width = 0, height = 0 } = sides.find(({ isOwn }) => isOwn) ?? {};
  const shape = width > 0 && height > 0 ? width / height : MOST_ASPECT;
  return Math.min(MOST_ASPECT, Math.max(LEAST_ASPECT, shape));
}

/**
 * For each side the part of its picture that is shown; null = all of it. Two that are cut show as large a part of their
 * frames, so that sizes can be compared.
 */
export function windowsOf(
  sides: readonly Pick<PictureSide, 'region' | 'width' | 'height'>[],
  aspect: number,
  magnified: boolean,
): (Region | null)[] {
  const own = sides.map(
    ({ region, width, height }) =>
      region && cropAround(region, { width, height }, aspect, magnified ? 0 : MARGIN),
  );
  const widths = own.flatMap((window) => (window ? [window.width] : []));
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  if (magnified || widths.length < 2 || most > least * MOST_APART) return own;
  return own.map((window, at) => {
    if (!window) return null;
    const picture = sides[at] ?? { width: 0, height: 0 };
    const middle = { x: window.x + window.width / 2, y: window.y + window.height / 2 };
    return cropAround({ x: middle.x - most / 2, y: middle.y, width: most, height: 0 }, picture, aspect, 0);
  });
}

/** A region of a picture as it lies in a part of it that is shown; may reach beyond it. */
export const inWindow = ({ x, y, width, height }: Region, window: Region | null): Region => {
  const { x: left, y: top, width: across, height: down } = window ?? WHOLE;
  return {
    x: (x - left) / across,
    y: (y - top) / down,
    width: width / across,
    height: height / down,
  };
};
