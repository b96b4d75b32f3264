import type { InputHTMLAttributes } from 'react';
import type { Words } from '../../drafts/index.js';

interface Props
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'maxLength' | 'autoFocus' | 'onFocus'> {
  readonly label: string;
  readonly words: Words;
  /** Of the label. */
  readonly className?: string;
  /** A shot's number is typed. */
  readonly isNumber?: boolean;
}

/** One line to type in, with what it is called above it. */
export const WordsField = ({ label, words, className, isNumber = false, ...input }: Props) => (
  <label className={className}>
    <span className="faint">{label}</span>
    <input
      className={isNumber ? 'field numbers' : 'field'}
      value={words.text}
      onChange={(event) => words.write(event.target.value)}
      {...input}
    />
  </label>
);
