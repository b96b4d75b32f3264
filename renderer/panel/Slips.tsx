import { slipWords } from '@shared/slips.js';
import type { ShotView } from '../board/index.js';
import { useAnalysis } from '../stores/index.js';
import { ActionButton, probability } from '../ui/index.js';
import './slips.css';

/** What the judge suspects of the drawing. Advice: each has the key, and the click, with which the artist says that it is so. */
export function Slips({ view: { pick, tags } }: { view: ShotView }) {
  const analysis = useAnalysis(pick?.id);
  const suspected = (analysis?.slips ?? []).flatMap(({ id, p }) => {
    const words = slipWords(id);
    return words && !tags.includes(words.tag.reason) ? [{ id, p, ...words }] : [];
  });
  if (suspected.length === 0) return null;
  return (
    <section aria-label="Untested advice" data-testid="slips">
      <p className="faint">
        Untested: nobody knows how often the judge is right about this. It counts nowhere.
      </p>
      <ul className="slips">
        {suspected.map(({ id, p, message, tag }) => (
          <li key={id}>
            <span className="selectable">
              {message} <span className="faint numbers">{probability(p)}</span>
            </span>
            <ActionButton action={`reject-${tag.id}`} className="quiet" showKey label={`${message}: reject`}>
              {tag.reason}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
