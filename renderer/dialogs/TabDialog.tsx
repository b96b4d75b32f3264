import { useSession } from '../stores/index.js';
import { closeDialog, Dialog } from '../ui/index.js';

/** The address that lets another tab of this machine in: to open here, or to copy into another browser. */
export function TabDialog() {
  const address = useSession((session) => session.tabAddress);
  if (address === null) return null;
  return (
    <Dialog
      title="Another tab"
      footer={
        <>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <a
            className="button strong"
            href={address}
            target="_blank"
            rel="noopener"
            data-first
            data-testid="tab-open"
            onClick={closeDialog}
          >
            Open it
          </a>
        </>
      }
    >
      <div className="tab-dialog">
        <p>
          It shows this storyboard too. One tab decides, the other sees what happens as it happens; “Decide
          here” takes over. Another storyboard can be opened there instead.
        </p>
        <label htmlFor="tab-address">Its address, for any browser on this machine. It works once.</label>
        <input
          id="tab-address"
          className="field"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
      </div>
    </Dialog>
  );
}
