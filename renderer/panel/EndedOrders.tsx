import { byShot } from '@shared/records/index.js';
import { useMemo } from 'react';
import { endedOf, type ShotView } from '../board/index.js';
import { cancelRequests, retryRequests } from '../queue/index.js';
import { useDocument } from '../stores/index.js';
import './ended.css';

/** The last orders of the shot that came to nothing: why, and once more, or not. */
export function EndedOrders({ view }: { readonly view: ShotView }) {
  const table = useDocument(({ records }) => records.request);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const ended = useMemo(() => endedOf(byShot(table).get(view.shot.id) ?? []), [table, view.shot.id]);
  if (ended.length === 0) return null;
  return (
    <section aria-label="Came to nothing" data-testid="ended-orders">
      {ended.map((request) => {
        const isUnknown = request.state === 'unknown';
        return (
          <div key={request.id} className="ended">
            <p>{request.error ?? 'The picture could not be made.'}</p>
            <span className="ended-buttons">
              <button
                type="button"
                className="button"
                disabled={!writable}
                onClick={() => void retryRequests([request])}
              >
                {isUnknown ? 'Send it again' : 'Retry'}
              </button>
              {isUnknown && (
                <button
                  type="button"
                  className="quiet"
                  disabled={!writable}
                  onClick={() => void cancelRequests([request])}
                >
                  Don’t
                </button>
              )}
            </span>
          </div>
        );
      })}
    </section>
  );
}
