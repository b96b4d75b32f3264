import type { OpenEntry } from '@shared/contract.js';
import { ArrowUp, FileImage, FileJson, Folder } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../link/index.js';
import { closeDialog, count, Dialog } from '../ui/index.js';

interface Place {
  readonly token: string | null;
  readonly parent: string | null;
  readonly name: string;
  readonly entries: readonly OpenEntry[];
  /** Pictures directly inside, where known. */
  readonly pictures: number;
}

const ICONS = { folder: Folder, 'shots-file': FileJson, image: FileImage } as const;

/** Chooses a folder or file on the host, for hosts without a dialog of their own. */
export function OpenDialog() {
  const [place, setPlace] = useState<Place | null>(null);
  const [opening, setOpening] = useState(false);
  const go = useCallback(async (token: string | null, pictures = 0) => {
    const listed = await call((api) => api.open.list({ token }));
    if (listed) setPlace({ ...listed, token, pictures });
  }, []);
  useEffect(() => void go(null), [go]);
  const open = async (token: string) => {
    setOpening(true);
    const opened = await call((api) => api.open.board({ token }));
    setOpening(false);
    if (opened) closeDialog();
  };
  const sample = async () => {
    setOpening(true);
    const opened = await call((api) => api.open.sample());
    setOpening(false);
    if (opened) closeDialog();
  };
  const images = place?.entries.filter((entry) => entry.kind === 'image').length ?? 0;
  const here = Math.max(images, place?.pictures ?? 0);
  return (
    <Dialog
      title="Open a storyboard"
      className="wide"
      footer={
        <>
          <button
            type="button"
            className="quiet open-sample"
            disabled={opening}
            onClick={() => void sample()}
          >
            Open the sample
          </button>
          {opening && <span className="faint">Reading…</span>}
          <button
            type="button"
            className="button strong"
            disabled={!place?.token || here === 0 || opening}
            data-testid="open-here"
            onClick={() => place?.token && void open(place.token)}
          >
            Open this folder{here > 0 ? `, ${count(here, 'picture')}` : ''}
          </button>
        </>
      }
    >
      <div className="open-place">
        <button
          type="button"
          className="quiet square"
          aria-label="Up"
          disabled={!place || (place.parent === null && place.token === null)}
          onClick={() => void go(place?.parent ?? null)}
        >
          <ArrowUp size={16} aria-hidden />
        </button>
        <strong>{place?.name ?? ''}</strong>
      </div>
      <ul className="open-list" aria-busy={place === null}>
        {place?.entries.map((entry) => {
          const Icon = ICONS[entry.kind];
          return (
            <li key={entry.token}>
              <button
                type="button"
                className="menu-item"
                disabled={entry.kind === 'image' || opening}
                data-testid={`entry-${entry.name}`}
                onClick={() =>
                  void (entry.kind === 'folder' ? go(entry.token, entry.pictures) : open(entry.token))
                }
              >
                <Icon size={16} aria-hidden />
                <span>{entry.name}</span>
                {entry.kind === 'folder' && entry.pictures > 0 && (
                  <span className="faint numbers">{count(entry.pictures, 'picture')}</span>
                )}
                {entry.kind === 'shots-file' && <span className="faint">shots file</span>}
              </button>
            </li>
          );
        })}
        {place?.entries.length === 0 && <li className="faint open-none">Nothing here can be opened.</li>}
      </ul>
    </Dialog>
  );
}
