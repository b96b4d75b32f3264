import { type RefObject, useEffect } from 'react';
import { spansOf, termsOf } from '../board/index.js';
import { useSession } from '../stores/index.js';
import './found-words.css';

/** The name by which the style sheet knows what is marked. */
const NAME = 'found';

/**
 * Marks the words of the filter where they stand in the text of some of an element's children, which stay as they are:
 * also across them.
 */
export function useMarked(ref: RefObject<HTMLElement | null>, children: string): void {
  const words = useSession(({ filter }) => filter.words);
  useEffect(() => {
    const terms = termsOf(words);
    const within = ref.current;
    // Without it, the words stand there unmarked.
    if (terms.length === 0 || !within || !('highlights' in CSS)) return;
    const nodes = [...within.querySelectorAll(children)].flatMap(({ firstChild }) =>
      firstChild instanceof Text ? [firstChild] : [],
    );
    const starts: number[] = [];
    let text = '';
    for (const { data } of nodes) {
      starts.push(text.length);
      text += data;
    }
    const put = (at: number, isEnd: boolean): [Text, number] | null => {
      const i = starts.findLastIndex((start) => (isEnd ? start < at : start <= at));
      const node = nodes[i];
      return node ? [node, at - (starts[i] ?? 0)] : null;
    };
    const ranges = spansOf(text, terms).flatMap(([from, to]) => {
      const [start, end] = [put(from, false), put(to, true)];
      if (!start || !end) return [];
      const range = new Range();
      range.setStart(...start);
      range.setEnd(...end);
      return [range];
    });
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  });
}
