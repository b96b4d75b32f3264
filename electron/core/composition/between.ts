/** How a frame follows the one before it in its scene. */

import { headOf } from '@core/claims/index.js';
import type { Composition } from '@shared/composition/index.js';
import type { Detection, Region } from '@shared/records/index.js';
import { areaOf, middleOf } from './frame-edges.js';
import { surely } from './subject.js';

/** One frame as it is compared with its neighbour. */
export interface Beside {
  readonly composition: Composition;
  readonly detections: readonly Detection[];
}

/** In parts of the width: two that are nearer to one another than this stand neither left nor right. */
const APART = 0.12;
/** Of two boxes that are as large the larger is at most so many times as wide and high; between them a cut may jump at: */
const AS_LARGE = 1.15;
const ALIKE = 1.25;
/** In parts of the frame: a subject that moves no further from one shot to the next jumps. */
const JUMP = 0.1;

const detected = ({ composition: { subject } }: Beside) => (subject?.seen === 'detected' ? subject : null);

function sameSubject(before: Beside, now: Beside) {
  const [a, b] = [detected(before), detected(now)];
  return a && b && headOf(a.label) === headOf(b.label) ? ([a.region, b.region] as const) : null;
}

/** Both show the same subject as large, whether or not a border between two sizes of shot lies in between. */
export function isSameSize(before: Beside, now: Beside): boolean {
  const both = sameSubject(before, now);
  return both !== null && scaleBetween(...both) <= AS_LARGE;
}

const scaleBetween = (a: Region, b: Region): number => {
  const scale = Math.sqrt(areaOf(a) / areaOf(b));
  return Math.max(scale, 1 / scale);
};

/** The same subject, nearly as large and nearly in the same place: the angle cannot have changed much. */
export function isJump(before: Beside, now: Beside): boolean {
  const both = sameSubject(before, now);
  if (!both) return false;
  const [a, b] = both;
  const shift = Math.hypot(middleOf(a).x - middleOf(b).x, middleOf(a).y - middleOf(b).y);
  return scaleBetween(a, b) <= ALIKE && shift <= JUMP;
}

/** The two that changed sides, the one who is on the left now first; null where none did. Of each there is but one in either frame. */
export function changedSides(before: Beside, now: Beside): readonly [Detection, Detection] | null {
  const then = single(before.detections);
  const here = [...single(now.detections)];
  const pairs = here.flatMap(([name, left]) =>
    here.flatMap(([other, right]) => {
      const [was, were] = [then.get(name), then.get(other)];
      const isTurned = was && were && isLeftOf(left, right) && isLeftOf(were, was);
      return isTurned ? [[left, right] as const] : [];
    }),
  );
  const area = ([a, b]: readonly [Detection, Detection]) => areaOf(a.region) + areaOf(b.region);
  return pairs.sort((a, b) => area(b) - area(a))[0] ?? null;
}

const isLeftOf = (a: Detection, b: Detection): boolean =>
  middleOf(b.region).x - middleOf(a.region).x >= APART;

/** By noun, of what there is but one of. */
function single(detections: readonly Detection[]): Map<string, Detection> {
  const found = new Map<string, Detection | null>();
  for (const one of surely(detections)) {
    const name = one.label.toLowerCase();
    found.set(name, found.has(name) ? null : one);
  }
  return new Map([...found].flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}

/** The same subject goes the other way. */
export function isTurned(before: Beside, now: Beside): boolean {
  const [was, is] = [before.composition.direction, now.composition.direction];
  return was !== null && is !== null && was !== is && sameSubject(before, now) !== null;
}
