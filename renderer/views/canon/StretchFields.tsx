import type { Words } from '../../drafts/index.js';
import { WordsField } from './WordsField.js';

interface Props {
  readonly from: Words;
  readonly to: Words;
}

/** The first and the last shot that something holds for, by their numbers. */
export const StretchFields = ({ from, to }: Props) => (
  <>
    <WordsField label="From shot" words={from} isNumber maxLength={40} placeholder="first" />
    <WordsField label="To shot" words={to} isNumber maxLength={40} placeholder="last" />
  </>
);
