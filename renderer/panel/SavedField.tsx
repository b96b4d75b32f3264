import type { ReactNode } from 'react';
import { DraftMark, useWords } from '../drafts/index.js';
import { useDocument, type WordsFor } from '../stores/index.js';

interface Props {
  readonly id: string;
  readonly shotId: string;
  readonly what: WordsFor;
  /** What stands there without what is typed. */
  readonly sent: string;
  readonly heading: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly maxLength?: number;
  readonly className?: string;
  /** True when the host took it. */
  readonly onSave: (text: string) => Promise<boolean>;
  /** Beside its heading. */
  readonly children?: ReactNode;
}

/** Words of a shot under a heading; saved when the field is left. */
export function SavedField(props: Props) {
  const { id, shotId, what, sent, heading, placeholder, rows, maxLength, className = '', children } = props;
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { text, isDraft, write, discard, settle } = useWords(shotId, what, sent);
  const save = async () => {
    if (isDraft && (await props.onSave(text))) settle(text);
  };
  return (
    <>
      <div className="section-head">
        <h3>
          <label htmlFor={id}>{heading}</label>
        </h3>
        {isDraft && <DraftMark onDiscard={discard} />}
        {children}
      </div>
      <textarea
        id={id}
        className={`field ${className}`}
        rows={rows}
        maxLength={maxLength}
        placeholder={placeholder}
        value={text}
        readOnly={!writable}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </>
  );
}
