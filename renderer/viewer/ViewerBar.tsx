import {
  type CompareMode,
  useBoard,
  useComparedTake,
  useSession,
  useShot,
  useShownTake,
  useSummary,
} from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { takeLabel } from './take-label.js';

const MODES: readonly (readonly [CompareMode, string, action: string])[] = [
  ['side', 'Side by side', 'compare-side'],
  ['wipe', 'Wipe', 'compare-wipe'],
  ['flip', 'Flip', 'flip'],
  ['onion', 'Onion', 'compare-onion'],
  ['difference', 'Difference', 'compare-difference'],
];

/** How the take is looked at: compared, with overlays, at which size. */
export function ViewerBar() {
  const board = useBoard();
  const view = useShot();
  const shown = useShownTake();
  const other = useComparedTake();
  const summary = useSummary(shown?.id);
  const { compare, evidence, thirds, zoom, onion } = useSession();
  return (
    <div className="viewer-bar" role="toolbar" aria-label="Viewer">
      {other
        ? MODES.map(([mode, word, action]) => (
            <ActionButton key={mode} action={action} className="quiet" pressed={compare === mode}>
              {word}
            </ActionButton>
          ))
        : shown && (
            <span className="viewer-take numbers">
              {takeLabel(board, shown, summary, view?.shot.id ?? null)}
            </span>
          )}
      {compare === 'onion' && (
        <input
          type="range"
          className="onion"
          aria-label="Opacity of the take on top"
          min={0}
          max={100}
          value={Math.round(onion * 100)}
          onChange={(event) => useSession.setState({ onion: Number(event.target.value) / 100 })}
        />
      )}
      <div className="gap" />
      <ActionButton action="evidence" className="quiet" pressed={evidence}>
        Evidence
      </ActionButton>
      <ActionButton action="thirds" className="quiet" pressed={thirds}>
        Thirds
      </ActionButton>
      <ActionButton action="zoom" className="quiet" pressed={zoom === 'actual'}>
        {zoom === 'actual' ? '100 %' : 'Fit'}
      </ActionButton>
    </div>
  );
}
