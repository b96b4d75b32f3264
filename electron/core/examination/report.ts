/** What is shown of a judge's examination. */
import type { JudgeExamination } from '@shared/contract/index.js';
import { isUnsteady, skillName, type Word, wordOf } from '@shared/examination/index.js';
import { NO_EVIDENCE } from './board-evidence.js';
import { FRAMES } from './drawn-set.js';
import { examinedIn, type Kept } from './kept-answers.js';
import type { Since } from './kept-since.js';

/** `word`: on the board that is open, where this judge judges it; null = on no board. */
export function reportOf(kept: Kept, word: Word | null, since: Since = {}): JudgeExamination {
  const { header, frames } = kept;
  const { skills, steadiness } =
    word ??
    wordOf({
      thresholds: header.thresholds,
      examined: examinedIn(kept),
      ...NO_EVIDENCE,
      cases: new Map(),
    });
  return {
    judge: header.judge,
    version: header.version,
    dtype: header.dtype,
    device: header.device,
    at: frames.at(-1)?.at ?? null,
    seconds: frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000,
    pictures: frames.length,
    ofPictures: FRAMES,
    onBoard: word !== null,
    steadiness: steadiness && { ...steadiness, isUnsteady: isUnsteady(steadiness) },
    skills: [...skills.values()].map(({ skill, drawn, board, ...rest }) => ({
      skill,
      name: skillName(skill),
      drawn: drawn && { ...drawn, answers: { ...drawn.answers } },
      board,
      ...rest,
      since: since[skill] ?? null,
    })),
  };
}
