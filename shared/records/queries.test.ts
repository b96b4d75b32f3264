import { decide } from '@shared/commands/on-shot.js';
import { expect, it } from 'vitest';
import { applyDiff, type Decision, decisionsOf, diffOfWrites, EMPTY_RECORDS, type Records } from './index.js';

const byId = <T extends { id: string }>(rows: readonly T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

it('decisions follow each other as they were made, when the clock is set back too, and after those of earlier versions', () => {
  const old = { id: 'old', shotId: 's', at: 5_000 } as Decision;
  const older = { id: 'older', shotId: 's', at: 4_000 } as Decision;
  let records = {
    ...EMPTY_RECORDS,
    shot: byId([{ id: 's' }]),
    decision: byId([old, older]),
  } as unknown as Records;
  for (const [id, at] of [
    ['first', 9_000],
    ['second', 1_000],
    ['third', 2_000],
  ] as const) {
    const inputs = { id, at, who: 'Ada', generator: 'none', rounds: 3 };
    const made = decide(records, inputs, 'hold', { shotId: 's' });
    records = applyDiff(records, diffOfWrites(records, [made]));
  }
  const inOrder = ['older', 'old', 'first', 'second', 'third'];
  expect(decisionsOf(records, 's').map(({ id }) => id)).toEqual(inOrder);
  const turned = { ...records, decision: byId(Object.values(records.decision).reverse()) };
  expect(decisionsOf(turned, 's').map(({ id }) => id)).toEqual(inOrder);
  expect(decisionsOf(records, 'other')).toEqual([]);
});
