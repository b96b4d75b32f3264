import { wordDiff } from '@shared/word-diff.js';
import { Fragment } from 'react';

/** What changes between two texts, word by word; struck and green, and said so to a screen reader. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map((part, i) => {
    const key = `${i} ${part.kind}`;
    if (part.kind === 'same') return <Fragment key={key}>{part.text}</Fragment>;
    // The spaces of a change stand outside its colour.
    const [, lead = '', words = '', tail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part.text) ?? [];
    return (
      <Fragment key={key}>
        {lead}
        {part.kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
        {tail}
      </Fragment>
    );
  });
}
