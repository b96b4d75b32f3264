import type { Fact } from '@shared/records/index.js';
import { useState } from 'react';
import { endNamed } from '../../board/index.js';
import { useWords } from '../../drafts/index.js';
import { send } from '../../link/index.js';
import { useBoardView, useSession } from '../../stores/index.js';
import { CanonForm } from './CanonForm.js';
import { WordsField } from './WordsField.js';

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
  const statement = words.text.trim() || null;
  const save = async () => {
    const shotId = endNamed(
      from.text,
      views.map(({ shot }) => shot),
    );
    if (!shotId) return shotId === null ? 'Say from which shot on.' : `There is no shot ${from.text.trim()}.`;
    return send({ type: 'change-fact', factId: fact.id, shotId, statement });
  };
  return (
    <CanonForm
      label={`From a shot on, instead of: ${fact.statement}`}
      words={[words, from]}
      send={statement === null ? 'End it there' : 'Change it there'}
      onSend={save}
      onDone={onDone}
    >
      <WordsField
        label="From shot"
        words={from}
        isNumber
        maxLength={40}
        autoFocus
        onFocus={(event) => event.target.select()}
      />
      <WordsField
        label="on, it is (empty: it only ends)"
        className="canon-words"
        words={words}
        maxLength={300}
        placeholder={fact.subject === 'character' ? 'a girl in a blue coat' : 'a lit lamp'}
      />
    </CanonForm>
  );
}
