/** One side of a finding's picture. */
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import type { Portrait, Take } from '@shared/records/index.js';

export const NOTHING_SHOWN: FindingPicture = { sides: [], magnified: false };

type Wanted = Pick<PictureSide, 'said'> &
  Partial<Pick<PictureSide, 'region' | 'claimId' | 'marks' | 'lines'>>;

const pictureIn = ({ sha256, width, height, unreadable }: Take | Portrait) => ({
  sha256,
  width,
  height,
  unreadable,
});

const NO_CUT = { region: null, claimId: null, marks: [], lines: [] };

export const ownSide = (take: Take, wanted: Partial<Wanted> = {}): PictureSide => ({
  ...pictureIn(take),
  takeId: take.id,
  isOwn: true,
  said: 'this one',
  ...NO_CUT,
  ...wanted,
});

export const otherSide = (take: Take, wanted: Wanted): PictureSide => ({
  ...ownSide(take, wanted),
  isOwn: false,
});

export const portraitSide = (portrait: Portrait, said: string): PictureSide => ({
  ...pictureIn(portrait),
  takeId: null,
  isOwn: false,
  said,
  ...NO_CUT,
});

type Line = PictureSide['lines'][number];

/** Lines across a whole picture, at a fraction of its width or height. */
export const upright = (x: number, guide: boolean): Line => ({ from: { x, y: 0 }, to: { x, y: 1 }, guide });
export const level = (y: number, guide: boolean): Line => ({ from: { x: 0, y }, to: { x: 1, y }, guide });
