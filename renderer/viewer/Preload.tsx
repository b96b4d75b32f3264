import { useEffect } from 'react';
import { isWaiting, nextShot, placeIn, type ShotView } from '../board/index.js';
import { type PictureWidth, pictureUrl } from '../link/index.js';
import { useSession, useVisible } from '../stores/index.js';

/** Milliseconds that a shot is looked at before others are made ready. */
const REST = 120;

/** The shots that are likely to be the next on the screen, the likeliest first: by an arrow key, or by a decision. */
function nextLikely(shots: readonly ShotView[], shotId: string | null): readonly ShotView[] {
  const at = placeIn(shots, shotId);
  const next = [shots[at + 1], nextShot(shots, shotId, isWaiting), shots[at - 1], shots[at + 2]];
  return [...new Set(next)].filter((view) => view != null);
}

/** One after the other: several at once would take the processor from the next key. Returns what stops it. */
function loadInTurn(urls: readonly string[]): () => void {
  let left = urls;
  const loadNext = () => {
    const [url, ...rest] = left;
    left = rest;
    if (url === undefined) return;
    const image = new Image();
    image.onload = loadNext;
    image.onerror = loadNext;
    image.src = url;
  };
  loadNext();
  return () => {
    left = [];
  };
}

/** Has the pictures ready that are likely to be asked for next. Of its own, since it hangs on all shots and draws nothing. */
export function Preload({ width }: { readonly width: PictureWidth | undefined }) {
  const shots = useVisible();
  const shotId = useSession((session) => session.shotId);
  useEffect(() => {
    let stop: (() => void) | null = null;
    const timer = setTimeout(() => {
      const takes = nextLikely(shots, shotId).flatMap(({ pick }) => pick ?? []);
      const readable = takes.filter(({ unreadable }) => unreadable === null);
      stop = loadInTurn(readable.map(({ sha256 }) => pictureUrl(sha256, width)));
    }, REST);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [shots, shotId, width]);
  return null;
}
