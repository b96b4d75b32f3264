import { asSentence } from '@shared/as-sentence.js';
import type { Take } from '@shared/records/index.js';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { type PictureWidth, pictureUrl } from '../link/index.js';

interface Props {
  readonly take: Pick<Take, 'sha256' | 'unreadable'> | null;
  readonly width?: PictureWidth;
  readonly alt: string;
  readonly className?: string;
  readonly style?: React.CSSProperties;
  /** Room for words when the picture cannot be shown. */
  readonly roomy?: boolean;
  /** Why it cannot be shown and what to do, where whoever looked at it found that out. */
  readonly why?: string | null;
}

function reasonOf(take: Props['take'], why: string | null): string {
  if (!take) return 'This shot has no picture.';
  if (take.unreadable !== null) return `This picture cannot be read: ${asSentence(take.unreadable)}`;
  return why === null
    ? 'This picture cannot be shown: its file is gone, damaged, or another picture now.'
    : 'This picture cannot be shown.';
}

const AGAIN = 'Its decisions are kept. Put the file back, or replace it, and analyse again.';

/** A take's picture, or the reason why there is none. */
export function Picture({ take, width, alt, className = 'picture', style, roomy, why = null }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  if (take && take.unreadable === null && failed !== take.sha256)
    return (
      <img
        className={className}
        style={style}
        src={pictureUrl(take.sha256, width)}
        alt={alt}
        decoding="async"
        draggable={false}
        onError={() => setFailed(take.sha256)}
      />
    );
  const reason = reasonOf(take, why);
  return (
    <div className="no-picture" role="img" aria-label={`${alt}: ${reason}${why === null ? '' : ` ${why}`}`}>
      <ImageOff size={roomy ? 30 : 18} strokeWidth={1.5} aria-hidden />
      {roomy && (
        <>
          <strong>{reason}</strong>
          <span>
            {take
              ? (why ?? AGAIN)
              : 'Its description and prompt go into the exports and the revised shots file.'}
          </span>
        </>
      )}
    </div>
  );
}
