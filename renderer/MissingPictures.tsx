import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useDocument } from './stores/index.js';
import { count } from './ui/index.js';

/** Files that are gone: what is seen of them in the strip was kept from before. */
export function MissingPictures() {
  const missing = useDocument((mirror) => mirror.source.missing ?? 0);
  const [read, setRead] = useState(0);
  if (missing === 0 || missing === read) return null;
  const [are, them] = missing === 1 ? ['is', 'it'] : ['are', 'them'];
  return (
    <div className="notice" data-testid="missing-notice">
      <ImageOff size={15} aria-hidden />
      <p>
        {count(missing, 'picture')} {are} not where {missing === 1 ? 'it was' : 'they were'}; what still shows
        of {them} was kept from before. Decisions stay. Put the {missing === 1 ? 'file' : 'files'} back, or
        open the storyboard where it lies now.
      </p>
      <button type="button" className="notice-button" onClick={() => setRead(missing)}>
        OK
      </button>
    </div>
  );
}
