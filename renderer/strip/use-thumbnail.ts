import { type RefObject, useLayoutEffect, useState } from 'react';
import { holdThumbnail, takeThumbnail } from './held-thumbnails.js';

/** Puts the picture behind this address first into `room`, where there is one. False where it cannot be loaded. */
export function useThumbnail(
  room: RefObject<HTMLElement | null>,
  url: string | null,
  className: string,
): boolean {
  const [failed, setFailed] = useState<string | null>(null);
  const shown = url === failed ? null : url;
  useLayoutEffect(() => {
    if (shown === null) return;
    const image = takeThumbnail(shown);
    const fail = () => setFailed(shown);
    image.className = className;
    image.addEventListener('error', fail);
    room.current?.prepend(image);
    return () => {
      image.removeEventListener('error', fail);
      image.remove();
      holdThumbnail(shown, image);
    };
  }, [room, shown, className]);
  return shown !== null;
}
