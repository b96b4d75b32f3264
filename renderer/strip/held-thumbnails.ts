/**
 * Elements of thumbnails, each used again: one that was asked for ahead goes into the frame that comes to it, and one whose frame
 * is gone is held for a while. A second element of the same picture would cost a scrolling page as much as the first.
 */
import type { Ask } from './ahead.js';

/** Some kilobytes each; the browser drops what it decoded of them when it needs the room. */
const MOST = 200;
/** By their address, those without a frame; the longest held first. */
const held = new Map<string, HTMLImageElement>();

const isBroken = (image: HTMLImageElement): boolean => image.complete && image.naturalWidth === 0;

function asked(url: string, priority: 'low' | 'auto'): HTMLImageElement {
  const image = new Image();
  image.fetchPriority = priority;
  image.decoding = 'async';
  image.draggable = false;
  image.alt = '';
  image.src = url;
  return image;
}

/** For a frame; under way or already there. What did not come before is asked for anew. */
export function takeThumbnail(url: string): HTMLImageElement {
  const image = held.get(url);
  held.delete(url);
  return image && !isBroken(image) ? image : asked(url, 'auto');
}

/** Its frame is gone. */
export function holdThumbnail(url: string, image: HTMLImageElement): void {
  held.set(url, image);
  for (const oldest of held.keys()) {
    if (held.size <= MOST) return;
    held.delete(oldest);
  }
}

/** For a frame to come. Stopped, it is no longer loaded, unless it has its frame by now. */
export const askThumbnail: Ask = (url, done) => {
  const before = held.get(url);
  const image = before && !isBroken(before) ? before : asked(url, 'low');
  holdThumbnail(url, image);
  const stop = new AbortController();
  const once = { once: true, signal: stop.signal };
  image.addEventListener('load', done, once);
  image.addEventListener('error', done, once);
  if (image.complete) queueMicrotask(() => stop.signal.aborted || done());
  return () => {
    stop.abort();
    if (image.complete || held.get(url) !== image) return;
    held.delete(url);
    image.src = '';
  };
};
