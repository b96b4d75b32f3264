import { useState } from 'react';
import { CONTEXT, openBoard } from '../actions/index.js';
import { FolderList, useBrowsing } from '../browsing/index.js';
import { call } from '../link/index.js';
import { closeDialog, count, Dialog } from '../ui/index.js';

/** Chooses a folder or file on the host, for hosts without a dialog of their own. */
export function OpenDialog() {
  const browsing = useBrowsing(null);
  const { folder } = browsing;
  const [opening, setOpening] = useState(false);
  const open = async (run: () => Promise<unknown>) => {
    setOpening(true);
    const opened = await run();
    setOpening(false);
    if (opened) closeDialog();
  };
  const images = folder?.entries.filter((entry) => entry.kind === 'image').length ?? 0;
  const here = Math.max(images, folder?.inside.pictures ?? 0);
  const token = folder?.token ?? null;
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
            onClick={() => void open(() => call((api) => api.open.sample()))}
          >
            Open the sample
          </button>
          {opening && <span className="faint">Reading…</span>}
          <button
            type="button"
            className="button strong"
            disabled={token === null || here === 0 || opening}
            data-testid="open-here"
            onClick={() => token !== null && void open(() => openBoard(CONTEXT, token))}
          >
            Open this folder{here > 0 ? `, ${count(here, 'picture')}` : ''}
          </button>
        </>
      }
    >
      <FolderList
        browsing={browsing}
        blocked={opening}
        onFile={(file) => void open(() => openBoard(CONTEXT, file))}
      />
    </Dialog>
  );
}
