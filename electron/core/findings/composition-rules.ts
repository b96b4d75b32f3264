/** When a frame breaks a rule of composition, one row for each. */
import { isAnimal, isPerson } from '@core/claims/index.js';
import {
  type Beside,
  changedSides,
  isAlone,
  isCalled,
  isHighest,
  isJump,
  isMeant,
  isSameSize,
  isTurned,
  MIDDLE,
} from '@core/composition/index.js';
import type { Evidence } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import {
  type Composition,
  type CompositionRule,
  HEADROOM,
  SHOT_SIZES,
  type ShotSize,
} from '@shared/composition/index.js';
import { percent } from '@shared/percent.js';
import type { Claim, Detection, Region } from '@shared/records/index.js';
import type { BoardAnswers, Previous } from './board-answers.js';
import type { Frame } from './frame.js';

export interface Broken {
  /** One sentence for the artist. */
  readonly message: string;
  readonly detail: string;
  readonly items: Evidence['items'];
  /** Tells it from others of the rule on the shot. */
  readonly about?: string;
}

type Breaks = (frame: Frame, board: Pick<BoardAnswers, 'before'>) => Broken | null;

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };
/** Degrees; what is measured may be off by two. */
const TILTED = 3;
/** Of the way from the middle to an edge, from which nearly all weight is on one side. */
const HEAVY = 0.55;
/** In parts of the height: eyes below it are low for somebody who fills much of the frame. */
const LOW_EYES = 0.5;
/** Parts of the width by which there may be more room behind somebody than before. */
const ROOM = 0.2;

/** What a rule says of a frame that breaks it. */
interface Said extends Pick<Broken, 'message' | 'detail'> {
  /** Where it is seen; absent = the subject. */
  readonly at?: Region;
}

const subjectIn = ({ composition }: Beside): Region | null => composition.subject?.region ?? null;

const brokenBy = ({ shot, take }: Frame, now: Beside, { message, detail, at }: Said): Broken => ({
  message,
  detail,
  items: [{ shotId: shot.id, takeId: take.id, label: detail, value: null, region: at ?? subjectIn(now) }],
});

/** Of what the frame itself is like. */
const alone =
  (breaks: (now: Beside, frame: Frame) => Said | null): Breaks =>
  (frame) => {
    const { composed: now } = frame;
    const said = now && breaks(now, frame);
    return said ? brokenBy(frame, now, said) : null;
  };

/** Of how it follows the shot before it. */
const after =
  (breaks: (before: Previous, now: Beside, frame: Frame) => Said | null): Breaks =>
  (frame, board) => {
    const { composed: now } = frame;
    const before = now && board.before(frame);
    const said = before && breaks(before, now, frame);
    if (!said) return null;
    const { shotId, takeId, number } = before;
    const then = { shotId, takeId, label: `shot ${number}`, value: null, region: subjectIn(before) };
    const broken = brokenBy(frame, now, said);
    return { ...broken, items: [...broken.items, then], about: shotId };
  };

const nameOf = ({ composition }: Beside): string => `the ${composition.subject?.label ?? ''}`;

export const BROKEN: Readonly<Record<CompositionRule, Breaks>> = {
  'cut-head': alone((now) =>
    now.composition.headCut
      ? { message: `The head of ${nameOf(now)} is cut off.`, detail: 'the head reaches the upper edge' }
      : null,
  ),
  headroom: alone((now) => {
    const { headroom } = now.composition;
    if (headroom === null) return null;
    const detail = `headroom ${percent(headroom)} of the height`;
    if (isCrowded(now.composition)) return { message: 'There is hardly any room above the head.', detail };
    if (!isEmptyAbove(now)) return null;
    return { message: 'There is much empty room above the head: the eyes are below the middle.', detail };
  }),
  'look-room': alone((now) => {
    const { lookRoom, direction } = now.composition;
    if (lookRoom === null || lookRoom >= -ROOM) return null;
    const who = nameOf(now);
    return {
      message: `There is less room before ${who}, who looks ${direction}, than behind.`,
      detail: `${percent(-lookRoom)} of the width less before than behind`,
    };
  }),
  horizon: alone(({ composition: { horizon } }, { shot }) => {
    if (!horizon || Math.abs(horizon.tilt) <= TILTED || isMeant('tilted', shot.description)) return null;
    const side = horizon.tilt > 0 ? 'right' : 'left';
    const degrees = Math.abs(horizon.tilt).toFixed(1);
    return { message: `The frame is tilted: it falls to the ${side}.`, detail: `${degrees}°`, at: WHOLE };
  }),
  edges: alone(({ composition: { touching, size }, detections }) => {
    // A near frame cuts anybody, and one of which the size is not told may be near.
    if (size === null || isAsNear(size, 'medium close-up')) return null;
    const first = touching?.find(({ edge, label }) => edge !== 'top' && (isPerson(label) || isAnimal(label)));
    if (!first) return null;
    const inside = ({ region: { x, width } }: Detection) => (first.edge === 'left' ? x : 1 - x - width);
    const [outmost] = detections
      .filter(({ label }) => label === first.label)
      .sort((a, b) => inside(a) - inside(b));
    return {
      message: `The ${first.label} is cut off by the ${first.edge} edge, or touches it.`,
      detail: `the ${first.label} reaches the ${first.edge} edge`,
      ...(outmost && { at: outmost.region }),
    };
  }),
  thirds: alone((now, { shot }) => {
    const { point, subject, size } = now.composition;
    if (!point || !subject || size === null || isAsNear(size, 'medium shot') || !isAlone(now)) return null;
    if (isMeant('central', shot.description)) return null;
    const off = Math.abs(point.x - 0.5);
    if (off >= MIDDLE) return null;
    return {
      message: `The ${subject.label} stands in the middle, not on a third.`,
      detail: `${percent(off)} of the width off the middle`,
    };
  }),
  balance: alone(({ composition: { lean, subject } }) => {
    if (lean === null || subject?.seen !== 'detected' || Math.abs(lean) * 2 < HEAVY) return null;
    const side = lean < 0 ? 'left' : 'right';
    return {
      message: `Nearly all that is seen is on the ${side}.`,
      detail: `weight ${percent(Math.abs(lean) * 2)} of the way to the ${side} edge`,
    };
  }),
  'same-size': after((before, now) =>
    isSameSize(before, now)
      ? {
          message: `Shot ${before.number} shows ${nameOf(now)} in the same size.`,
          detail: sizesOf(before, now),
        }
      : null,
  ),
  'jump-cut': after((before, now) =>
    isJump(before, now)
      ? {
          message: `The cut from shot ${before.number} may jump: ${nameOf(now)} is as large and in the same place.`,
          detail: 'nearly the same size and place',
        }
      : null,
  ),
  'crossed-line': after((before, now, frame) => {
    const turned = changedSides(before, now);
    if (
      !turned ||
      isAsked(
        frame.claims,
        turned.map(({ label }) => label),
      )
    )
      return null;
    const [left, right] = turned;
    return {
      message: `The ${left.label} and the ${right.label} change sides after shot ${before.number}.`,
      detail: `the ${left.label} is on the left now`,
      at: left.region,
    };
  }),
  'screen-direction': after((before, now) =>
    isTurned(before, now)
      ? {
          message: `${capitalised(nameOf(now))} goes ${now.composition.direction} here and ${before.composition.direction} in shot ${before.number}.`,
          detail: `${before.composition.direction}, then ${now.composition.direction}`,
        }
      : null,
  ),
};

const sizesOf = ({ composition: { size: was } }: Beside, { composition: { size: is } }: Beside): string =>
  is !== null && was === is ? `${is} after ${was}` : 'nearly as large';

const isAsNear = (size: ShotSize | null, as: ShotSize): boolean =>
  size !== null && SHOT_SIZES.indexOf(size) >= SHOT_SIZES.indexOf(as);

/** The upper edge all but touches a head that it does not mean to crop. */
const isCrowded = ({ headroom, size }: Composition): boolean =>
  headroom !== null && headroom < HEADROOM.least && !isAsNear(size, 'close-up');

/** Of whoever is highest: beside somebody taller the room is filled. */
const isEmptyAbove = (now: Beside): boolean => {
  const { headroom, point } = now.composition;
  return (headroom ?? 0) > HEADROOM.most && (point?.y ?? 0) > LOW_EYES && isHighest(now);
};

/** The description says on which side one of them is. */
const isAsked = (claims: readonly Claim[], labels: readonly string[]): boolean =>
  claims.some(
    ({ kind, relation, subject, negated }) =>
      kind === 'relation' &&
      !negated &&
      /\b(?:left|right)\b/.test(relation ?? '') &&
      labels.some((label) => isCalled(label, subject ?? '')),
  );
