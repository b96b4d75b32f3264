import type { JudgeDescription } from '@models/judge/index.js';
import { claimKind } from '@shared/records/index.js';

/** A judge of whom only the version matters. */
export const aJudge = (version: string): JudgeDescription => ({
  id: 'test',
  name: 'Test',
  version,
  licence: '',
  limits: [],
  device: 'cpu',
  thresholds: Object.fromEntries(
    claimKind.options.map((kind) => [kind, { pass: 0.6, fail: 0.4 }]),
  ) as JudgeDescription['thresholds'],
  wholeWeight: 0.25,
});
