import { useState } from 'react';
import { CONTEXT, makeExport, runAction, runningJob } from '../actions/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { closeDialog, Dialog, Segmented } from '../ui/index.js';

/** What is chosen about an export before it is made. */
export function ExportDialog() {
  const id = useSession((session) => session.exporting);
  const info = useSession((session) => session.info?.exports.find((one) => one.id === id));
  const choices = useSession((session) => session.exportChoices);
  const [making, setMaking] = useState(false);
  const job = useDocument((mirror) => runningJob(mirror.jobs, 'export'));
  if (!info) return null;
  const chosen = Object.fromEntries(
    info.options.map((option) => [option.id, choices[option.id] ?? option.otherwise]),
  );
  /** Left open: what was chosen may be chosen otherwise. */
  const cancel = () => runAction('cancel-export');
  const make = async () => {
    setMaking(true);
    const made = await makeExport(CONTEXT, info.id, chosen);
    setMaking(false);
    if (!made) return;
    // Left meanwhile, or another one is open: that stays.
    const { dialog, exporting } = useSession.getState();
    if (dialog === 'export' && exporting === info.id) closeDialog();
  };
  return (
    <Dialog
      title={info.title}
      footer={
        <>
          {making && (
            <span className="faint numbers" role="status">
              Making the file… {job && job.total > 0 && `${Math.floor(job.progress * 100)} %`}
            </span>
          )}
          <button type="button" className="button" onClick={making ? cancel : closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            className="button strong"
            data-testid="export-make"
            data-first
            disabled={making}
            onClick={() => void make()}
          >
            Export
          </button>
        </>
      }
    >
      <div className="export-options">
        {info.options.map((option) => (
          <div key={option.id} className="export-option">
            <span aria-hidden>{option.title}</span>
            <Segmented
              label={option.title}
              options={option.choices.map(({ value, title }) => [value, title] as const)}
              value={chosen[option.id] ?? null}
              onChange={(value) => useSession.setState({ exportChoices: { ...choices, [option.id]: value } })}
            />
          </div>
        ))}
      </div>
    </Dialog>
  );
}
