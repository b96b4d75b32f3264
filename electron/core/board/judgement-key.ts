import type { JudgeDescription } from '@models/judge/index.js';
import type { Take } from '@shared/records/index.js';

/** A judgement belongs to a picture's content and a judge's version, nothing else. */
export const judgementKey = (take: Take, judge: Pick<JudgeDescription, 'version'>): string =>
  `${take.sha256}:${judge.version}`;
