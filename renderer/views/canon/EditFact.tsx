import type { Fact } from '@shared/records/index.js';
import { useState } from 'react';
import { DraftMark, useWords } from '../../drafts/index.js';
import { send } from '../../link/index.js';
import { useBoardView } from '../../stores/index.js';
import { StretchFields } from './StretchFields.js';
import { stretchOf } from './stretch.js';

interface Props {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** Says a fact otherwise, or for other shots. */
export function EditFact({ fact, onDone }: Props) {
  const { views, byId } = useBoardView();
  const numberOf = (id: string | null) => (id === null ? '' : (byId.get(id)?.shot.number ?? ''));
  const words = useWords('canon', `fact ${fact.id} words`, fact.statement);
  const from = useWords('canon', `fact ${fact.id} from`, numberOf(fact.firstShotId));
  const to = useWords('canon', `fact ${fact.id} to`, numberOf(fact.lastShotId));
  const [wrong, setWrong] = useState('');
  const discard = () => {
    for (const field of [words, from, to]) field.discard();
  };
  const save = async () => {
    const stretch = stretchOf(from.text, to.text, views);
    if ('wrong' in stretch) return setWrong(stretch.wrong);
    const statement = words.text.trim();
    if (statement === '') return setWrong('Say what it looks like, or take the fact back.');
    const edited = { ...fact, statement, ...stretch, origin: 'artist' as const };
    if (!(await send({ type: 'put-fact', fact: edited }))) return;
    discard();
    onDone();
  };
  return (
    <form
      className="canon-form"
      aria-label={`Edit: ${fact.statement}`}
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
      <label className="canon-words">
        <span className="faint">What it looks like</span>
        <input
          className="field"
          value={words.text}
          maxLength={300}
          // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
          autoFocus
          onChange={(event) => words.write(event.target.value)}
        />
      </label>
      <StretchFields from={from} to={to} />
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="claim-buttons">
        {[words, from, to].some(({ isDraft }) => isDraft) && <DraftMark onDiscard={discard} />}
        <button type="button" className="quiet" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="button strong">
          Save
        </button>
      </div>
    </form>
  );
}
