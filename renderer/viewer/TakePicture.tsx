import type { Take } from '@shared/records/index.js';
import { useEffect, useState } from 'react';
import { type PictureWidth, pictureUrl } from '../link/index.js';
import { useSummary } from '../stores/index.js';
import { Picture } from '../ui/index.js';

interface Props {
  readonly take: Take;
  /** Kept width to show in full; absent = the file itself. */
  readonly width: PictureWidth | undefined;
  readonly alt: string;
  readonly style?: React.CSSProperties;
  readonly className?: string;
}

/** The thumbnail at once, the full picture over it as soon as it is decoded. */
export function TakePicture({ take, width, alt, style, className = '' }: Props) {
  const full = pictureUrl(take.sha256, width);
  const [ready, setReady] = useState('');
  const summary = useSummary(take.id);
  const why = summary?.state === 'unreadable' && take.unreadable === null ? summary.error : null;
  useEffect(() => {
    if (take.unreadable !== null) return;
    let current = true;
    const image = new Image();
    image.src = full;
    image.decode().then(
      () => current && setReady(full),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [full, take.unreadable]);
  return (
    <div className={`take-picture ${className}`} style={style}>
      <Picture key={take.sha256} take={take} width={320} alt={alt} roomy why={why} />
      {ready === full && (
        <img className="picture take-full" src={full} alt="" aria-hidden draggable={false} />
      )}
    </div>
  );
}
