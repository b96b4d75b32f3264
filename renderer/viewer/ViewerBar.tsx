import {
  Columns2,
  Contrast,
  Expand,
  FlipHorizontal2,
  Frame,
  Grid3x3,
  Layers,
  type LucideIcon,
  MessageSquare,
  Pencil,
  Repeat2,
  ScanSearch,
  Shrink,
  SquareDashed,
} from 'lucide-react';
import { memo } from 'react';
import {
  type CompareMode,
  comparedTake,
  useAppState,
  useSession,
  useSessionParts,
  useShot,
  useShotView,
  useShownTake,
  useSummary,
} from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import { CullBar, CullPlace } from './CullBar.js';
import { takeLabel } from './take-label.js';

const MODES: readonly (readonly [CompareMode, string, action: string, icon: LucideIcon])[] = [
  ['side', 'Side by side', 'compare-side', Columns2],
  ['wipe', 'Wipe', 'compare-wipe', FlipHorizontal2],
  ['flip', 'Flip', 'flip', Repeat2],
  ['onion', 'Onion', 'compare-onion', Layers],
  ['difference', 'Difference', 'compare-difference', Contrast],
];

interface WordProps {
  readonly icon: LucideIcon;
  readonly children: string;
}

/** A word; its sign where there is no room for it. */
function Word({ icon: Icon, children }: WordProps) {
  return (
    <>
      <Icon size={15} aria-hidden className="viewer-icon" />
      <span className="viewer-word">{children}</span>
    </>
  );
}

/** Which take is on the screen. */
function TakeName() {
  const view = useShot();
  const shown = useShownTake();
  const own = useShotView(shown?.shotId);
  const summary = useSummary(shown?.id);
  if (!shown) return null;
  return <span className="viewer-take numbers">{takeLabel(own, shown, summary, view?.shot.id ?? null)}</span>;
}

/** How the take is looked at: compared, with overlays, how close. `percent`: of the picture's own pixels. */
export const ViewerBar = memo(function ViewerBar({ percent }: { readonly percent: number | null }) {
  const hasOther = useAppState((state) => comparedTake(state) !== null);
  const { compare, notes, evidence, thirds, composition, boxes, look, onion, fullScreen } = useSessionParts(
    'compare',
    'notes',
    'evidence',
    'thirds',
    'composition',
    'boxes',
    'look',
    'onion',
    'fullScreen',
  );
  return (
    <div className="viewer-bar" role="toolbar" aria-label="Viewer">
      {fullScreen && <CullPlace />}
      {(!hasOther || fullScreen) && <TakeName />}
      {hasOther &&
        MODES.map(([mode, word, action, icon]) => (
          <ActionButton key={mode} action={action} className="quiet" pressed={compare === mode}>
            <Word icon={icon}>{word}</Word>
          </ActionButton>
        ))}
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
      {fullScreen && <CullBar />}
      <div className="gap" />
      <ActionButton action="draw" className="quiet" testId="draw">
        <Word icon={Pencil}>Draw</Word>
      </ActionButton>
      <ActionButton action="notes" className="quiet" pressed={notes}>
        <Word icon={MessageSquare}>Notes</Word>
      </ActionButton>
      <ActionButton action="evidence" className="quiet" pressed={evidence}>
        <Word icon={ScanSearch}>Evidence</Word>
      </ActionButton>
      <ActionButton action="boxes" className="quiet" pressed={boxes}>
        <Word icon={SquareDashed}>Boxes</Word>
      </ActionButton>
      {boxes && (
        <ActionButton action="correct-boxes" className="quiet square" label="Correct the boxes by hand">
          <Pencil size={15} aria-hidden />
        </ActionButton>
      )}
      <ActionButton action="thirds" className="quiet" pressed={thirds}>
        <Word icon={Grid3x3}>Thirds</Word>
      </ActionButton>
      <ActionButton action="composition" className="quiet" pressed={composition}>
        <Word icon={Frame}>Composition</Word>
      </ActionButton>
      <span className="viewer-percent numbers faint" data-testid="zoom">
        {percent !== null && look.zoom !== 'actual' && `${percent} %`}
      </span>
      <ActionButton action="fit" className="quiet" pressed={look.zoom === 'fit'}>
        Fit
      </ActionButton>
      <ActionButton action="actual-size" className="quiet" pressed={look.zoom === 'actual'}>
        100 %
      </ActionButton>
      <ActionButton
        action="full-screen"
        className="quiet square"
        label={fullScreen ? 'Leave full screen' : 'Full screen'}
      >
        {fullScreen ? <Shrink size={15} aria-hidden /> : <Expand size={15} aria-hidden />}
      </ActionButton>
    </div>
  );
});
