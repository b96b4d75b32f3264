import { call } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { closeDialog, count, Dialog } from '../ui/index.js';

/** The one question of an automatic run. */
export function AutomaticDialog() {
  const { rounds, maxRequests } = useSettings();
  const start = () => {
    closeDialog();
    void call((api) => api.regeneration.auto({ rounds, max: maxRequests }));
  };
  return (
    <Dialog
      title="Start an automatic run?"
      footer={
        <>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            className="button yes"
            data-testid="automatic-confirm"
            data-first
            onClick={start}
          >
            Start
          </button>
        </>
      }
    >
      <p>
        Suggestions are approved without asking again: at most {count(rounds, 'regeneration')} a shot and{' '}
        {maxRequests} in all. It can be stopped at any time, and every take stays.
      </p>
    </Dialog>
  );
}
