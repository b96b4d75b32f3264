/** A board as an editor cuts it: a shot in play after another in story order, each for its duration. */
import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import { FRAME_RATES, type FrameRate, framesOf, USUAL_SECONDS } from '@shared/frame-rate.js';
import { shotsInPlay } from '@shared/records/index.js';
import type { WriteContext } from '../format.js';
import { pathFrom } from '../path-from.js';

export interface CutShot {
  /** As it goes into feedback. */
  readonly shot: FeedbackShot;
  /** Of the pick, from the folder that is written to; null without one. */
  readonly path: string | null;
  /** Frames from the start of the cut. */
  readonly start: number;
  readonly frames: number;
}

export interface Cut {
  readonly title: string;
  readonly rate: FrameRate;
  readonly shots: readonly CutShot[];
}

/** `feedback`: of the same board. */
export function cutOf(context: WriteContext, feedback: Feedback): Cut {
  const { records } = context.board.review;
  const rate = FRAME_RATES[context.frameRate];
  let start = 0;
  const shots = shotsInPlay(records).map((shot): CutShot => {
    const pick = records.take[shot.pickId ?? ''];
    const frames = framesOf(shot.duration ?? USUAL_SECONDS, rate);
    const cut = {
      shot: feedback.shots[shot.position] as FeedbackShot,
      path: pick ? pathFrom(context, pick.path) : null,
      start,
      frames,
    };
    start += frames;
    return cut;
  });
  return { title: feedback.storyboard.title, rate, shots };
}

/** As editing programs name the colours of markers. */
export const colourOf = ({ severity }: FeedbackShot['findings'][number]): 'RED' | 'ORANGE' | 'YELLOW' =>
  severity === 'high' ? 'RED' : severity === 'medium' ? 'ORANGE' : 'YELLOW';
