/** How one frame is composed: from boxes where an eye looked, else as far as the pixels say. */
import { isPerson } from '@core/claims/index.js';
import type { Verdict } from '@shared/analysis.js';
import { type Composition, EDGES, type PixelComposition, type ShotSize } from '@shared/composition/index.js';
import type { Claim, Detection, Region } from '@shared/records/index.js';
import { type AskedSize, askedSize, directionOf, isLow } from './asked.js';
import type { Figures } from './figures.js';
import { areaOf, middleOf, reaches } from './frame-edges.js';
import { leanOf } from './lean.js';
import { type Closeness, closenessOfFigure, closenessOfThing, isWithin, sizeOf } from './size.js';
import { subjectOf, surely } from './subject.js';

export interface Seen {
  /** Null where no eye looked. */
  readonly detections: readonly Detection[] | null;
  readonly pixels: PixelComposition | null;
  /** Width of the frame by its height. */
  readonly shape: number;
  readonly figures: Figures;
  readonly description: string;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Pick<Verdict, 'claimId' | 'outcome'>[];
  /** Which way the subject looks, where that is known from elsewhere; absent = from the description. */
  readonly direction?: 'left' | 'right';
}

/** Parts of the frame's height from which on a figure fills enough of it to speak of headroom. */
const FILLS = 0.45;
/** In parts of the width: so near the middle a subject stands in it. */
export const MIDDLE = 0.05;
/** Of its box, that something covers of which no more is known. */
const USUAL = 0.55;
/** Parts of the frame's area from which on something that reaches an edge is seen to. */
const SEEN = 0.01;

export function compose(seen: Seen): Composition {
  const { detections, pixels, claims, description } = seen;
  const horizon = pixels?.horizon ?? null;
  const asked = askedSize(claims);
  const there = surely(detections ?? []);
  const subject = subjectOf(there, asked?.of ?? null);
  if (!subject) return standingOut(there, asked, horizon, seen);
  const { label, region } = subject;
  const closeness = isPerson(label)
    ? closenessOfFigure(region, seen.shape, seen.figures)
    : closenessOfThing(region);
  const size = closeness && sizeOf(closeness, seen.figures);
  const point = pointOf(subject, closeness, seen.figures);
  const direction = seen.direction ?? directionOf(claims, seen.verdicts, label);
  const { headroom, headCut } = headOf(subject, size);
  return {
    subject: { label, region, seen: 'detected' },
    point,
    size,
    asked: asked && {
      text: asked.text,
      agrees: closeness && agreesWith(asked, closeness, seen.figures, description),
    },
    offThird: offThird(point.x),
    lean: leanOfAll(there, seen.figures),
    headroom,
    headCut,
    direction,
    lookRoom: direction && lookRoomOf(region, direction),
    horizon,
    touching: touchingOf(there),
  };
}

/**
 * Where nothing was detected, or not what was asked for: only what any picture has. Written out, because V8 keeps a hidden
 * class for every object that is made by spreading others: three quarters of a kilobyte a frame.
 */
function standingOut(
  there: readonly Detection[],
  asked: AskedSize | null,
  horizon: Composition['horizon'],
  { pixels, figures }: Pick<Seen, 'pixels' | 'figures'>,
): Composition {
  const isSeen = there.length > 0;
  const salient = isSeen ? null : (pixels?.salient ?? null);
  const point = salient && middleOf(salient.region);
  return {
    subject: salient && { label: '', region: salient.region, seen: 'salient' },
    point,
    size: null,
    asked: asked && { text: asked.text, agrees: null },
    offThird: point && offThird(point.x),
    lean: isSeen ? leanOfAll(there, figures) : salient && salient.x - 0.5,
    headroom: null,
    headCut: null,
    direction: null,
    lookRoom: null,
    horizon,
    touching: isSeen ? touchingOf(there) : null,
  };
}

/** Null where the description says that somebody does not stand, and the frame merely looks wider for it. */
function agreesWith(
  { sizes }: AskedSize,
  closeness: Closeness,
  figures: Figures,
  description: string,
): boolean | null {
  const isAgreed = isWithin(closeness, sizes, figures);
  if (isAgreed !== false) return isAgreed;
  const standing = { ...closeness, value: closeness.value * 2 };
  const mayStand =
    closeness.scale === 'figure' && isLow(description) && isWithin(standing, sizes, figures) !== false;
  return mayStand ? null : false;
}

/** Of somebody the eyes, half a head under the top; of anything else the middle. */
function pointOf(
  { label, region }: Detection,
  closeness: Closeness | null,
  { heads }: Figures,
): { x: number; y: number } {
  const middle = middleOf(region);
  if (!isPerson(label) || !closeness) return middle;
  const half = closeness.value / heads / 2;
  return { x: middle.x, y: reaches(region, 'top') ? region.y : Math.min(middle.y, region.y + half) };
}

const leanOfAll = (there: readonly Detection[], { covers = {} }: Figures): number =>
  leanOf(there.map(({ label, region }) => ({ region, covers: covers[label] ?? USUAL })));

const offThird = (x: number): number => Math.min(Math.abs(x - 1 / 3), Math.abs(x - 2 / 3));

const CLOSE: readonly (ShotSize | null)[] = ['close-up', 'extreme close-up'];

/** A close-up may cut a head off. */
function headOf(
  { label, region }: Detection,
  size: ShotSize | null,
): Pick<Composition, 'headroom' | 'headCut'> {
  if (!isPerson(label) || region.height < FILLS) return { headroom: null, headCut: null };
  if (!reaches(region, 'top')) return { headroom: region.y, headCut: false };
  return { headroom: null, headCut: !CLOSE.includes(size) };
}

function lookRoomOf({ x, width }: Region, direction: 'left' | 'right'): number {
  const [left, right] = [x, 1 - x - width];
  return direction === 'left' ? left - right : right - left;
}

/** The lower edge cuts everybody off who is near. */
function touchingOf(there: readonly Detection[]): NonNullable<Composition['touching']> {
  return there
    .filter(({ region }) => areaOf(region) >= SEEN)
    .flatMap(({ label, region }) =>
      EDGES.filter((edge) => reaches(region, edge) && !(edge === 'top' && isPerson(label))).map((edge) => ({
        label,
        edge,
      })),
    );
}
