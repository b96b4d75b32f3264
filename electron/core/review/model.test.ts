import type { Records } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

test('any commands, undone and redone and reopened at any time, follow a plain list of states', () => {
  const operation = fc.oneof(
    { weight: 6, arbitrary: drawCommand.map((draw) => ({ do: 'run' as const, draw })) },
    { weight: 3, arbitrary: fc.constant({ do: 'undo' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'redo' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
  );
  let board = 0;
  fc.assert(
    fc.property(fc.array(operation, { minLength: 5, maxLength: 25 }), (operations) => {
      const name = `board-${board++}`;
      let review = desk.open(name);
      review.importRecords(aBoard(3));
      const past: Records[] = [];
      const future: Records[] = [];
      let present = review.records;
      for (const operation of operations) {
        if (operation.do === 'run') {
          const command = operation.draw(present);
          const { records } = review;
          const code = codeOf(() => desk.run(review, command));
          expect(['none', 'NOT_FOUND', 'LIMIT_REACHED', 'CONFLICT']).toContain(code);
          if (review.records !== records) {
            past.push(present);
            future.length = 0;
            present = review.records;
          }
        } else if (operation.do === 'undo') {
          const before = past.pop();
          expect(codeOf(() => review.undo())).toBe(before ? 'none' : 'NOTHING_TO_UNDO');
          if (before) future.push(present);
          present = before ?? present;
        } else if (operation.do === 'redo') {
          const after = future.pop();
          expect(codeOf(() => review.redo())).toBe(after ? 'none' : 'NOTHING_TO_REDO');
          if (after) past.push(present);
          present = after ?? present;
        } else {
          desk.close(review);
          review = desk.open(name);
        }
        expect(review.records).toEqual(present);
        expect(review.canUndo !== null).toBe(past.length > 0);
        expect(review.canRedo !== null).toBe(future.length > 0);
      }
      desk.close(review);
    }),
    { numRuns: 20 },
  );
});
