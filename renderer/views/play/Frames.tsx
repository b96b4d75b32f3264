import type { Take } from '@shared/records/index.js';
import { useState } from 'react';
import { type PictureWidth, pictureUrl } from '../../link/index.js';
import { Picture } from '../../ui/index.js';

interface Props {
  /** What may be seen next, in any order; the same take once. */
  readonly near: readonly Take[];
  /** What is seen; null = nothing is there. */
  readonly shown: Take | null;
  readonly width: PictureWidth | undefined;
  readonly alt: string;
}

/** One picture after another without a gap: those to come are there and decoded before they are seen. */
export function Frames({ near, shown, width, alt }: Props) {
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  // Which says why, and tries it once more.
  if (!shown || shown.unreadable !== null || failed.has(shown.sha256))
    return <Picture take={shown} width={width} alt={alt} roomy />;
  const drawn = near.some(({ id }) => id === shown.id) ? near : [...near, shown];
  return drawn.map((take) =>
    take.unreadable !== null ? null : (
      <img
        key={take.id}
        className="play-frame"
        src={pictureUrl(take.sha256, width)}
        alt={take.id === shown.id ? alt : ''}
        aria-hidden={take.id !== shown.id}
        data-shown={take.id === shown.id}
        decoding="sync"
        draggable={false}
        onError={() => setFailed((all) => new Set([...all, take.sha256]))}
      />
    ),
  );
}
