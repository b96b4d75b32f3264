import type { Finding } from '@shared/analysis.js';
import type { PictureSide, FindingPicture as Shown } from '@shared/finding-picture.js';
import { aspectOf, inWindow, windowsOf } from '@shared/finding-windows.js';
import { boxStyle } from '@shared/over-picture.js';
import type { Region } from '@shared/records/index.js';
import { useSession } from '../stores/index.js';
import { Picture } from '../ui/index.js';
import { fitBox } from '../viewer/fit.js';
import { regionOf, useCut } from './use-cut.js';
import { useFindingPicture } from './use-finding-picture.js';
import './finding-picture.css';

/** Part of the width that what is looked at fills, when it is opened alone. */
const FILLS = 0.5;

/** Both in the viewer, side by side; one alone is looked at closely. */
function open({ sides, magnified }: Shown, regions: readonly (Region | null)[]): void {
  const other = sides.find(({ isOwn, takeId }) => !isOwn && takeId !== null);
  const at = sides.findIndex(({ isOwn }) => isOwn);
  const region = regions[at] ?? null;
  const middle = region && { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  const isClose = middle !== null && (magnified || !other);
  useSession.setState({
    view: 'strip',
    takeId: null,
    compare: other ? 'side' : null,
    compareTakeId: other?.takeId ?? null,
    look:
      isClose && region
        ? { zoom: magnified ? 'actual' : Math.max(1, FILLS / region.width), ...middle }
        : { zoom: 'fit', x: 0.5, y: 0.5 },
  });
}

interface SideProps {
  readonly side: PictureSide;
  readonly window: Region | null;
  readonly aspect: number;
  readonly magnified: boolean;
}

/** The picture behind a hole that shows a part of it, with what is marked in it. */
function Side({ side, window, aspect, magnified }: SideProps) {
  const { width, height } = side.width > 0 && side.height > 0 ? side : { width: 16, height: 9 };
  // Whole, it stands in the middle of its box; cut, it reaches beyond it.
  const fitted = fitBox({ width: aspect * 1000, height: 1000 }, { width, height });
  const box = window
    ? inWindow({ x: 0, y: 0, width: 1, height: 1 }, window)
    : {
        x: fitted.left / (aspect * 1000),
        y: fitted.top / 1000,
        width: fitted.width / (aspect * 1000),
        height: fitted.height / 1000,
      };
  return (
    <span className={`crop ${magnified ? 'crop-pixels' : ''}`} style={{ aspectRatio: aspect }}>
      <span className="crop-picture" style={boxStyle(box)}>
        <Picture
          take={side}
          {...(magnified ? {} : { width: window && window.width < 0.5 ? 1280 : 640 })}
          alt={side.said}
          className="crop-image"
        />
        {side.marks.map(({ region, label }) => (
          <span key={`${region.x} ${region.y} ${label}`} className="crop-mark" style={boxStyle(region)}>
            {label && <i className={region.y < 0.15 ? 'crop-label-inside' : undefined}>{label}</i>}
          </span>
        ))}
        {side.lines.length > 0 && (
          <svg className="crop-lines" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
            {side.lines.map(({ from, to, guide }) => (
              <path
                key={`${from.x} ${from.y} ${to.x} ${to.y}`}
                className={guide ? 'crop-guide' : 'crop-line'}
                d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
        )}
      </span>
    </span>
  );
}

const NO_CLAIM = null;

/** Where a side is cut: as the host says, or as the judge says when it is asked. */
function useRegion(side: PictureSide | undefined): Region | null {
  const isAsked = side && side.region === null && side.claimId !== null && side.takeId !== null;
  const cut = useCut(side?.takeId ?? '', isAsked ? { claimId: side.claimId as string } : NO_CLAIM);
  return side?.region ?? (isAsked ? regionOf(cut) : null);
}

/** This against that, cut to what the finding is about. */
export function FindingPicture({ finding }: { readonly finding: Finding }) {
  const told = useFindingPicture(finding);
  const [first, second] = told?.sides ?? [];
  const regions = [useRegion(first), useRegion(second)].slice(0, told?.sides.length ?? 0);
  if (told && told.sides.length === 0) return null;
  if (!told) return <div className="pair pair-waiting" />;
  const aspect = aspectOf(told);
  const windows = windowsOf(
    told.sides.map((side, at) => ({ ...side, region: regions[at] ?? null })),
    aspect,
    told.magnified,
  );
  const isPair = told.sides.length > 1;
  const opens = isPair ? 'Compare side by side in the viewer' : 'Look at it in the viewer';
  return (
    <button
      type="button"
      className={`pair ${isPair ? '' : 'pair-alone'}`}
      data-testid="finding-picture"
      title={opens}
      onClick={() => open(told, regions)}
    >
      {told.sides.map((side, at) => (
        <span key={`${side.sha256} ${side.isOwn}`} className="crop-item">
          <Side
            side={side}
            window={windows[at] ?? null}
            aspect={aspect}
            magnified={told.magnified && side.region !== null}
          />
          <span className="crop-words">{side.said}</span>
        </span>
      ))}
      <span className="unseen">. {opens}</span>
    </button>
  );
}
