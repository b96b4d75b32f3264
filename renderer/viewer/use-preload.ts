import { useEffect } from 'react';
import { placeIn } from '../board/index.js';
import { type PictureWidth, pictureUrl } from '../link/index.js';
import { useSession, useVisible } from '../stores/index.js';

/** Has the neighbours' pictures ready, so that the next shot is there when it is asked for. */
export function usePreload(width: PictureWidth | undefined): void {
  const shots = useVisible();
  const shotId = useSession((session) => session.shotId);
  useEffect(() => {
    const at = placeIn(shots, shotId);
    const near = [at + 1, at - 1, at + 2].flatMap((i) => shots[i]?.pick ?? []);
    const timer = setTimeout(() => {
      for (const take of near) if (take.unreadable === null) new Image().src = pictureUrl(take.sha256, width);
    }, 120);
    return () => clearTimeout(timer);
  }, [shots, shotId, width]);
}
