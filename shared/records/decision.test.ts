import { expect, it } from 'vitest';
import { type Decision, decision, decisionKind } from './decision.js';

const DECISION: Decision = {
  id: 'd1',
  shotId: 's1',
  takeId: null,
  kind: 'hold',
  reason: '',
  acceptedEdits: [],
  prompt: null,
  negativePrompt: null,
  findingKey: null,
  who: 'Ada',
  at: 0,
};

it.each(['approve', 'edit', 'reject', 'hold', 'needs-changes', 'reset', 'dismiss'] as const)(
  '%s is read as it was written, and may say which of its shot’s decisions it is',
  (kind) => {
    expect(decision.parse({ ...DECISION, kind })).toEqual({ ...DECISION, kind });
    expect(decision.parse({ ...DECISION, kind, order: 1 }).order).toBe(1);
  },
);

it('of a kind that there is none of, or counted from nothing, is refused', () => {
  expect(decisionKind.safeParse('postpone').success).toBe(false);
  expect(decision.safeParse({ ...DECISION, order: 0 }).success).toBe(false);
});
