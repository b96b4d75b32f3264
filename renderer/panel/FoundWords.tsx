import { foundIn, type ShotView, termsOf } from '../board/index.js';
import { useSession } from '../stores/index.js';
import './found-words.css';

/** Where the words of the filter stand in the shot, but for its description, in which they are marked: also in what is folded, or typed into a field. */
export function FoundWords({ view }: { readonly view: ShotView }) {
  const words = useSession(({ filter }) => filter.words);
  const found = foundIn(view, termsOf(words)).filter(({ place }) => place !== 'Description');
  if (found.length === 0) return null;
  return (
    <section aria-label="Found" className="found-words" data-testid="found-words">
      <dl className="selectable">
        {found.map(({ place, pieces }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place may be there twice
          <div key={i}>
            <dt className="faint">{place}</dt>
            <dd>
              {pieces.map(({ text, found: isFound }, at) =>
                isFound ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their index
                  <mark key={at}>{text}</mark>
                ) : (
                  text
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
