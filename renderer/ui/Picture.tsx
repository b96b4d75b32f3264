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
}

function reasonOf(take: Props['take']): string {
  if (!take) return 'This shot has no picture.';
  return take.unreadable === null
    ? 'The file is no longer where it was.'
    : `This picture cannot be read: ${take.unreadable.replace(/\.$/, '')}.`;
}

/** A take's picture, or the reason why there is none. */
export function Picture({ take, width, alt, className = 'picture', style, roomy }: Props) {
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
  const reason = reasonOf(take);
  return (
    <div className="no-picture" role="img" aria-label={`${alt}: ${reason}`}>
      <ImageOff size={roomy ? 30 : 18} strokeWidth={1.5} aria-hidden />
      {roomy && (
        <>
          <strong>{reason}</strong>
          <span>
            {take
              ? 'Its decisions are kept. Put the file back, or replace it, and analyse again.'
              : 'Its description and prompt go into the exports and the revised shots file.'}
          </span>
        </>
      )}
    </div>
  );
}
