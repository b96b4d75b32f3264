/** Claims of how many people there are, answered by the judge and counted by the eye, on drawn frames of known truth. */
import { writeFile } from 'node:fs/promises';
import { questionOf } from '@core/analysis/question.js';
import { counting } from '@core/board/counts.js';
import type { InferenceClient } from '@inference/index.js';
import { COUNT_TEXT, isPerson } from '@models/storybook/world/index.js';
import type { ClaimAnswer } from '@shared/claim-graph.js';
import { contrasted, type Reading } from '@shared/contrasted.js';
import { SOMEBODY } from '@shared/sighting.js';
import { drawnFrames } from './frames.js';

export interface Counted {
  /** People that are there, that are asked for, and that the eye sees; null where it says nothing of the picture. */
  readonly there: number;
  readonly asked: number;
  readonly seen: number | null;
  /** What the judge says of the claim, how it is read, and what it makes of it alone. */
  readonly said: ClaimAnswer;
  readonly reading: Reading;
  readonly outcome: string;
}

/** Of each frame: the number that is there, and every other up to three. */
export async function countedFrames(
  inference: InferenceClient,
  split: string,
  count: number,
  file: string,
): Promise<Counted[][]> {
  const judge = await inference.describe('storybook');
  const frames: Counted[][] = [];
  for await (const { png, subjects } of drawnFrames(split, count)) {
    await writeFile(file, png);
    const there = subjects.filter(({ noun }) => isPerson(noun)).length;
    const claims = COUNT_TEXT.map(
      (text, id) => ({ id: String(id), kind: 'count', text, negated: false }) as const,
    );
    const questions = claims.map((claim) => questionOf(claim, judge));
    const { answers } = await inference.judge('storybook', { file, questions });
    const { detections, unknown } = await inference.see('storybook', {
      eye: 'storybook',
      file,
      labels: ['person'],
    });
    const seen = unknown.length > 0 ? null : detections.length;
    frames.push(
      claims.map((claim, asked) => {
        const { p = null, contrast } = answers[asked] ?? {};
        const reading = judge.thresholds.count;
        if (p === null)
          return { there, asked, seen, said: { notJudged: '' }, reading, outcome: 'not-judged' };
        const said = { p, contrast };
        return { there, asked, seen, said, reading, outcome: contrasted(claim, said, reading).outcome };
      }),
    );
  }
  return frames;
}

const CLAIM = { id: 'count', negated: false };

/** What the program makes of it with what the eye counted. */
export function joinedOf({ asked, seen, said, reading, outcome }: Counted): string {
  if (seen === null) return outcome;
  const count = { noun: SOMEBODY, text: '', seen, asked, wanted: '', claimId: CLAIM.id };
  const counted = counting([count], { isDrawn: true, isCorrected: false })(CLAIM, said, reading);
  if (!counted) return outcome;
  return contrasted(CLAIM, { p: counted.said }, counted.reading).outcome;
}

type Joined = Counted & { readonly joined: string };

/** Of claims that hold and of those that do not, evenly: the share that is `wanted` of them. */
function evenly(
  frames: readonly (readonly Joined[])[],
  which: 'outcome' | 'joined',
  wanted: (holds: boolean) => string,
): number {
  const claims = frames.flat();
  const share = (holds: boolean) => {
    const own = claims.filter(({ there, asked }) => (there === asked) === holds);
    return own.filter((claim) => claim[which] === wanted(holds)).length / own.length;
  };
  return (share(true) + share(false)) / 2;
}

/** Passed though it holds, failed though it does not. */
export const rightOf = (frames: readonly (readonly Joined[])[], which: 'outcome' | 'joined'): number =>
  evenly(frames, which, (holds) => (holds ? 'pass' : 'fail'));
export const wrongOf = (frames: readonly (readonly Joined[])[], which: 'outcome' | 'joined'): number =>
  evenly(frames, which, (holds) => (holds ? 'fail' : 'pass'));
