import { useEffect, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { type PictureWidth, pictureUrl } from '../link/index.js';
import { Ahead } from './ahead.js';
import { askThumbnail } from './held-thumbnails.js';

/** Frames ahead of those that are drawn, as a multiple of these. */
const SCREENS = 2;

const urlsOf = (shots: readonly ShotView[], width: PictureWidth): string[] =>
  shots.flatMap(({ pick }) => (pick && pick.unreadable === null ? pictureUrl(pick.sha256, width) : []));

/** Frames from `first` to before `end` are drawn: asks for the thumbnails that the scroll comes to next, in its direction. */
export function useThumbnailsAhead(
  shots: readonly ShotView[],
  first: number,
  end: number,
  width: PictureWidth,
): void {
  const [ahead] = useState(() => new Ahead(askThumbnail));
  const [way] = useState({ first: 0, isBack: false });
  useEffect(() => {
    if (first !== way.first) way.isBack = first < way.first;
    way.first = first;
    const many = SCREENS * (end - first);
    const next = way.isBack
      ? shots.slice(Math.max(0, first - many), first).reverse()
      : shots.slice(end, end + many);
    ahead.want(urlsOf(next, width), urlsOf(shots.slice(first, end), width));
  }, [ahead, way, shots, first, end, width]);
  useEffect(() => () => ahead.want([]), [ahead]);
}
