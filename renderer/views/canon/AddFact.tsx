import type { Fact } from '@shared/records/index.js';
import { useWords } from '../../drafts/index.js';
import { call } from '../../link/index.js';
import { useBoardView, useDocument } from '../../stores/index.js';
import { CanonForm } from './CanonForm.js';
import { aliasesOf, newFact, putFacts } from './keep-offers.js';
import { StretchFields } from './StretchFields.js';
import { stretchOf } from './stretch.js';
import { WordsField } from './WordsField.js';
import { SUBJECT_WORDS } from './words.js';

interface Props {
  /** Of whom, where that is settled. */
  readonly about: Pick<Fact, 'subject' | 'name'> | null;
  readonly onDone: () => void;
}

const LOOKS: Readonly<Record<Fact['subject'], string>> = {
  character: 'a girl in a red coat, brown hair',
  place: 'a low stone hall with two windows',
  prop: 'an unlit lamp',
  style: 'ink drawing with flat colours',
};

/** Says something new of somebody or something. What is typed stays until it is added or discarded. */
export function AddFact({ about, onDone }: Props) {
  const { views } = useBoardView();
  const facts = useDocument(({ records }) => records.fact);
  const form = about ? (`fact new ${about.subject} ${about.name}` as const) : 'fact new';
  const kind = useWords('canon', `${form} kind`, about?.subject ?? 'character');
  const name = useWords('canon', `${form} name`, about?.name ?? '');
  const words = useWords('canon', `${form} words`, '');
  const from = useWords('canon', `${form} from`, '');
  const to = useWords('canon', `${form} to`, '');
  const subject = kind.text as Fact['subject'];
  const add = async () => {
    const called = subject === 'style' ? '' : name.text.trim();
    if (subject !== 'style' && called === '') return 'Say what it is called in the descriptions.';
    const stretch = stretchOf(from.text, to.text, views);
    if ('wrong' in stretch) return stretch.wrong;
    if (words.text.trim() === '') return 'Say what it looks like.';
    const read = await call((api) => api.canon.read({ subject, name: called, words: words.text }));
    if (!read) return false;
    const all = Object.values(facts);
    const aliases = aliasesOf(all, subject, called);
    const said = read.statements.map((statement) =>
      newFact({ subject, name: called, statement, aliases, ...stretch }),
    );
    return putFacts(said);
  };
  return (
    <CanonForm
      label={about ? `Add a fact about ${about.name || 'the style'}` : 'Add a fact'}
      words={[kind, name, words, from, to]}
      send="Add"
      onSend={add}
      onDone={onDone}
    >
      {!about && (
        <label>
          <span className="faint">What it is</span>
          <select
            className="field"
            value={subject}
            // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
            autoFocus
            onChange={(event) => kind.write(event.target.value)}
          >
            {Object.entries(SUBJECT_WORDS).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
      )}
      {!about && subject !== 'style' && (
        <WordsField
          label="Called"
          words={name}
          maxLength={100}
          placeholder={subject === 'character' ? 'Mira' : subject === 'place' ? 'hall' : 'lamp'}
        />
      )}
      <WordsField
        label="What it looks like"
        className="canon-words"
        words={words}
        maxLength={600}
        placeholder={LOOKS[subject]}
        autoFocus={about !== null}
      />
      <StretchFields from={from} to={to} />
    </CanonForm>
  );
}
