import { useState } from 'react';
import { CONTEXT, openBoard } from '../actions/index.js';
import { FolderList, useBrowsing } from '../browsing/index.js';
import { call } from '../link/index.js';
import { Reading } from '../reading/index.js';
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
  const token = folder?.token ?? null;
  const { pictures, isAll } = folder?.inside ?? { pictures: 0, isAll: true };
  const hasFile = folder?.entries.some(({ kind }) => kind === 'file') ?? false;
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
          {opening && <Reading className="faint numbers" />}
          <button
            type="button"
            className="button strong"
            disabled={token === null || opening || browsing.going || (pictures === 0 && isAll && !hasFile)}
            data-testid="open-here"
            onClick={() => token !== null && void open(() => openBoard(CONTEXT, token))}
          >
            Open this folder{pictures > 0 && `, ${isAll ? '' : 'more than '}${count(pictures, 'picture')}`}
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
