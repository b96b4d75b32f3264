import { applyEdits } from '@shared/edits.js';
import { type NoteView, type ShotView, saidIn } from '../board/index.js';
import { call } from '../link/index.js';
import { say } from '../stores/index.js';
import { useDraft } from './use-draft.js';

interface Props {
  readonly view: ShotView;
  readonly of: NoteView;
}

/** Has a note become a change of the prompt, which is looked at and waits for a yes like any other. */
export function AskForChange({ view, of }: Props) {
  const { proposal, draft, change } = useDraft(view);
  const { id } = of.note;
  const text = saidIn(of);
  if (!proposal || text === '' || view.again) return null;
  const ask = async () => {
    const { prompt, negativePrompt } = proposal;
    const answer = await call((api) =>
      api.hints.ofNote({ shotId: view.shot.id, text, prompt, negativePrompt }),
    );
    if (!answer) return;
    const words = applyEdits(prompt, negativePrompt, answer.edits);
    if (words.prompt === prompt && words.negativePrompt === negativePrompt) {
      say('done', 'The prompt says that already.', 'Edit it by hand, or try another seed.');
      return;
    }
    change({
      prompt: words.prompt,
      negativePrompt: words.negativePrompt,
      notes: [...new Set([...(draft.notes ?? []), id])],
    });
    say(
      'done',
      `The prompt is changed: ${answer.edits.map(({ reason }) => reason).join('. ')}.`,
      'Nothing is made before you approve.',
    );
  };
  return (
    <button type="button" className="link" data-testid="note-to-prompt" onClick={() => void ask()}>
      Change the prompt
    </button>
  );
}
