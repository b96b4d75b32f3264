import type { Proposal } from '../board/index.js';
import { ReferenceThumbs } from './ReferenceThumbs.js';
import './references.css';

type Props = Pick<Proposal, 'instruction' | 'references'>;

/** What an order says beside its prompt: what to change, and what to look like. */
export function OrderedBeside({ instruction, references }: Props) {
  return (
    <>
      {instruction !== null && (
        <p className="order-sentence selectable">
          <span className="faint">Change: </span>
          {instruction}
        </p>
      )}
      {references.length > 0 && (
        <div className="order-references">
          <ReferenceThumbs references={references} />
        </div>
      )}
    </>
  );
}
