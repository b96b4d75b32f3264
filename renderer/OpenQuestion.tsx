import { Hand } from 'lucide-react';
import { call } from './link/index.js';
import { useSession } from './stores/index.js';

const WHERE = {
  terminal: 'in the terminal that Continuist runs in',
  dialog: 'in a dialog of its own',
} as const;

/** What is asked outside of this window, which cannot answer it: a page must not be able to start a program. */
export function OpenQuestion() {
  const question = useSession((session) => session.question);
  if (question === null || question.answer !== null) return null;
  return (
    <div className="notice notice-warn" data-testid="question">
      <Hand size={15} aria-hidden />
      <p className="selectable notice-lines">
        <strong>Waiting for your yes {WHERE[question.where]}.</strong>
        {`\n${question.text}`}
      </p>
      <button
        type="button"
        className="notice-button"
        onClick={() => void call((api) => api.settings.takeBack())}
      >
        Take it back
      </button>
    </div>
  );
}
