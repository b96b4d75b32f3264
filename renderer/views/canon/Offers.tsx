import type { CanonOffer } from '@shared/canon-offer.js';
import { CONTEXT, selectShot } from '../../actions/index.js';
import { send } from '../../link/index.js';
import { Crop } from '../../panel/Crop.js';
import { useBoardView, useDocument } from '../../stores/index.js';
import { keepOffers } from './keep-offers.js';

interface Props {
  readonly title: string;
  readonly offers: readonly CanonOffer[];
  readonly writable: boolean;
  /** Said where there is nothing to offer; null = then nothing is shown. */
  readonly empty: string | null;
  /** Ends the list, where it was asked for. */
  readonly onDone?: () => void;
}

/** What the frames show and no fact says, each for a yes or a no. */
export function Offers({ title, offers, writable, empty, onDone }: Props) {
  const facts = useDocument(({ records }) => records.fact);
  if (offers.length === 0 && empty === null) return null;
  const all = Object.values(facts);
  return (
    <section
      className="canon-offers"
      aria-label={title}
      data-testid={onDone ? 'canon-learned' : 'canon-offers'}
    >
      <header>
        <h3>{title}</h3>
        {offers.length > 1 && (
          <button
            type="button"
            className="quiet"
            disabled={!writable}
            onClick={() => void keepOffers(offers, all)}
          >
            Keep all {offers.length}
          </button>
        )}
        {onDone && (
          <button type="button" className="quiet" onClick={onDone}>
            Done
          </button>
        )}
      </header>
      {offers.length === 0 && <p className="faint">{empty}</p>}
      <ul>
        {offers.map((offer) => (
          <li key={offer.key}>
            <Look shotIds={offer.shotIds} />
            <p className="selectable">
              {offer.message} <span className="faint">Keep “{offer.statement}” as a fact?</span>
            </p>
            <button
              type="button"
              className="button"
              disabled={!writable}
              aria-label={`Keep: ${offer.statement}`}
              onClick={() => void keepOffers([offer], all)}
            >
              Keep
            </button>
            {!onDone && (
              <button
                type="button"
                className="quiet"
                disabled={!writable}
                aria-label={`Do not keep: ${offer.statement}`}
                onClick={() =>
                  void send({
                    type: 'dismiss-finding',
                    shotId: offer.shotIds[0] ?? '',
                    key: offer.key,
                    reason: '',
                  })
                }
              >
                No
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first frames that show it. */
function Look({ shotIds }: { readonly shotIds: readonly string[] }) {
  const { byId } = useBoardView();
  return (
    <span className="canon-look">
      {shotIds.slice(0, 3).map((shotId) => {
        const view = byId.get(shotId);
        return (
          view && (
            <button
              key={shotId}
              type="button"
              aria-label={`Go to shot ${view.shot.number}`}
              title={`Shot ${view.shot.number}, the whole frame`}
              onClick={() => selectShot(CONTEXT, shotId)}
            >
              <Crop take={view.pick} region={null} aspect={1.4} alt="" />
            </button>
          )
        );
      })}
    </span>
  );
}
