import type { Fact } from '@shared/records/index.js';
import { useState } from 'react';
import { endNamed } from '../../board/index.js';
import { DraftMark, useWords } from '../../drafts/index.js';
import { send } from '../../link/index.js';
import { useBoardView, useSession } from '../../stores/index.js';

interface Props {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** "From shot 12 on: …": the fact ends before that shot, and what is said anew begins there. */
export function ChangeFact({ fact, onDone }: Props) {
  const { views, byId } = useBoardView();
  const [here] = useState(byId.get(useSession.getState().shotId ?? '')?.shot.number ?? '');
  const from = useWords('canon', `fact ${fact.id} change-from`, here);
  const words = useWords('canon', `fact ${fact.id} change-words`, '');
  const [wrong, setWrong] = useState('');
  const statement = words.text.trim() || null;
  const discard = () => {
    for (const field of [words, from]) field.discard();
  };
  const save = async () => {
    const shotId = endNamed(
      from.text,
      views.map(({ shot }) => shot),
    );
    if (!shotId)
      return setWrong(shotId === null ? 'Say from which shot on.' : `There is no shot ${from.text.trim()}.`);
    if (!(await send({ type: 'change-fact', factId: fact.id, shotId, statement }))) return;
    discard();
    onDone();
  };
  return (
    <form
      className="canon-form"
      aria-label={`From a shot on, instead of: ${fact.statement}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <label>
        <span className="faint">From shot</span>
        <input
          className="field numbers"
          value={from.text}
          maxLength={40}
          // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => from.write(event.target.value)}
        />
      </label>
      <label className="canon-words">
        <span className="faint">on, it is (empty: it only ends)</span>
        <input
          className="field"
          placeholder={fact.subject === 'character' ? 'a girl in a blue coat' : 'a lit lamp'}
          value={words.text}
          maxLength={300}
          onChange={(event) => words.write(event.target.value)}
        />
      </label>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="claim-buttons">
        {(words.isDraft || from.isDraft) && <DraftMark onDiscard={discard} />}
        <button type="button" className="quiet" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="button strong">
          {statement === null ? 'End it there' : 'Change it there'}
        </button>
      </div>
    </form>
  );
}
