import { HintCount } from '../hints/index.js';
import { call } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { closeDialog, count, Dialog } from '../ui/index.js';

/** The one question of an automatic run. */
export function AutomaticDialog() {
  const { rounds, candidates, maxRequests, maxMinutes } = useSettings();
  const start = () => {
    closeDialog();
    void call((api) => api.regeneration.auto({ rounds, candidates, max: maxRequests, minutes: maxMinutes }));
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
        Suggestions are approved without asking again: at most {count(rounds, 'round')} a shot
        {candidates > 1 && ` with ${candidates} pictures each`} and {count(maxRequests, 'picture')} in all
        {maxMinutes > 0 && `, for ${count(maxMinutes, 'minute')}`}. It can be stopped at any time, and every
        take stays.
      </p>
      <HintCount prompts={null} />
    </Dialog>
  );
}
