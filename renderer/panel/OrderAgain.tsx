import type { Request } from '@shared/records/index.js';
import type { ShotView } from '../board/index.js';
import { useGenerators } from '../generators/index.js';
import { send } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { OrderedPrompt } from './OrderedPrompt.js';
import './prompt.css';

/**
 * An order that came with the review, or that was approved before something changed: what would be made, word by word,
 * before the artist says yes or no.
 */
export function OrderAgain({ view, request }: { view: ShotView; request: Request }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const generators = useGenerators();
  const name = generators.find(({ id }) => id === request.generator)?.name ?? request.generator;
  const { seed, strength } = request;
  const how = [
    `By ${name}`,
    `seed ${seed}`,
    ...(strength === null ? [] : [`from this picture, strength ${strength.toFixed(2)}`]),
  ].join(', ');
  const isElsewhere = request.state === 'elsewhere';
  return (
    <section
      aria-label="Approved prompt"
      data-testid={isElsewhere ? 'approved-elsewhere' : 'approved-before'}
    >
      <div className="section-head">
        <h3>{isElsewhere ? 'Approved elsewhere' : 'Approved prompt'}</h3>
        {isElsewhere && (
          <button
            type="button"
            className="quiet"
            disabled={!writable}
            onClick={() => void send({ type: 'cancel-request', requestId: request.id })}
          >
            Don’t make it
          </button>
        )}
      </div>
      {isElsewhere && (
        <p className="faint">
          It was approved on another machine, or by another user of this one. It is made only if you approve
          it here.
        </p>
      )}
      <OrderedPrompt view={view} request={request} />
      <p className="faint numbers selectable">{how}</p>
    </section>
  );
}
