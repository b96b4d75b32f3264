import type { Outcome, TakeAnalysis } from '@shared/analysis.js';
import { expect, it } from 'vitest';
import { against } from './against.js';

const judged = (outcomes: Record<string, Outcome>, state: TakeAnalysis['state'] = 'done') =>
  ({
    state,
    verdicts: Object.entries(outcomes).map(([text, outcome]) => ({ claimId: text, text, p: null, outcome })),
  }) as unknown as TakeAnalysis;

it('names what a candidate shows that the take before does not, and the other way round', () => {
  const before = judged({ coat: 'fail', boat: 'pass', moon: 'unsure', fox: 'pass', cat: 'skipped' });
  const after = judged({ coat: 'pass', boat: 'fail', moon: 'pass', fox: 'unsure', cat: 'fail' });
  expect(against(before, after)).toEqual({ gained: ['coat', 'moon'], lost: ['boat', 'cat'] });
  expect(against(after, after)).toEqual({ gained: [], lost: [] });
  // A claim of only one of them is compared with nothing.
  expect(against(judged({}), after)).toEqual({ gained: [], lost: [] });
});

it('says nothing before both are judged', () => {
  const done = judged({ coat: 'pass' });
  expect([against(null, done), against(done, null), against(done, judged({}, 'running'))]).toEqual([
    null,
    null,
    null,
  ]);
});
