import { CONTEXT, selectShot } from '../actions/index.js';
import { closeDialog, Picture, score, VirtualList } from '../ui/index.js';
import { useScored } from './use-brand.js';

/** CSS pixels of a row. */
const ROW = 44;

/** Every shot by how well its pick keeps to the brand's style; a press goes there. */
export function ShotScores() {
  const scored = useScored();
  const go = (shotId: string) => {
    selectShot(CONTEXT, shotId);
    closeDialog();
  };
  return (
    <section className="brand-scores" aria-label="Scores of all shots">
      <h3>
        All shots, the farthest off first <span className="faint numbers">{scored.length}</span>
      </h3>
      {scored.length === 0 ? (
        <p className="faint">No frame is scored yet.</p>
      ) : (
        <VirtualList
          label="Shots by their brand style score"
          className="brand-list"
          count={scored.length}
          estimate={ROW}
          keyOf={(index) => scored[index]?.view.shot.id ?? ''}
        >
          {(index) => {
            const one = scored[index];
            if (!one) return null;
            const { shot, pick } = one.view;
            const off = one.brand < 0.5;
            return (
              <button
                type="button"
                className="brand-row"
                aria-label={`Shot ${shot.number}: brand style ${score(one.brand)} of 100, ${off ? 'off it' : 'on it'}. Go there`}
                onClick={() => go(shot.id)}
              >
                <span className="brand-thumb">
                  <Picture take={pick} width={160} alt="" />
                </span>
                <b className="numbers">{shot.number}</b>
                <span className="brand-description">{shot.description}</span>
                <span className={off ? 'brand-off' : 'faint'}>{off ? 'Off' : 'On'}</span>
                <span className="numbers brand-score">{score(one.brand)}</span>
                <span className="meter" aria-hidden>
                  <i style={{ transform: `scaleX(${one.brand})` }} />
                </span>
              </button>
            );
          }}
        </VirtualList>
      )}
    </section>
  );
}
