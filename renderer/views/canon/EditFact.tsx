import type { Fact } from '@shared/records/index.js';
import { useWords } from '../../drafts/index.js';
import { send } from '../../link/index.js';
import { useBoardView } from '../../stores/index.js';
import { CanonForm } from './CanonForm.js';
import { StretchFields } from './StretchFields.js';
import { stretchOf } from './stretch.js';
import { WordsField } from './WordsField.js';

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
  const save = async () => {
    const stretch = stretchOf(from.text, to.text, views);
    if ('wrong' in stretch) return stretch.wrong;
    const statement = words.text.trim();
    if (statement === '') return 'Say what it looks like, or take the fact back.';
    const edited = { ...fact, statement, ...stretch, origin: 'artist' as const };
    return send({ type: 'put-fact', fact: edited });
  };
  return (
    <CanonForm
      label={`Edit: ${fact.statement}`}
      words={[words, from, to]}
      send="Save"
      onSend={save}
      onDone={onDone}
    >
      <WordsField
        label="What it looks like"
        className="canon-words"
        words={words}
        maxLength={300}
        autoFocus
      />
      <StretchFields from={from} to={to} />
    </CanonForm>
  );
}
