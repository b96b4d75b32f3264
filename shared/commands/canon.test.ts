import { aBoard, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDiff,
  type Fact,
  holdsAt,
  positionFacts,
  type Records,
  reverseDiff,
  shotsInOrder,
} from '../records/index.js';
import { type Command, changeOf, inputsOf, labelOf } from './index.js';

const inputs = (id: string) => inputsOf({ id, at: 1 }, { artist: 'a', generator: 'none', rounds: 3 });
const board = (...facts: Partial<Fact>[]): Records => ({
  ...aBoard(6),
  fact: Object.fromEntries(
    facts.map((fact, at) => [
      `fact-${at}`,
      { ...aFact(`fact-${at}`), firstShotId: null, lastShotId: null, ...fact },
    ]),
  ),
});
const apply = (command: Command, records: Records, id = 'new') =>
  applyDiff(records, changeOf(records, command, inputs(id)));
/** What is said of whom at each shot. */
const saidAt = (records: Records): string[][] => {
  const facts = positionFacts(Object.values(records.fact), Object.values(records.shot));
  return shotsInOrder(records).map(({ position }) =>
    facts
      .filter((fact) => holdsAt(fact, position))
      .map(({ statement }) => statement)
      .sort(),
  );
};

const RED = { statement: 'a girl in a red coat' };
const change = (shot: number, statement: string | null): Command => ({
  type: 'change-fact',
  factId: 'fact-0',
  shotId: `shot-${shot}`,
  statement,
});

describe('a fact that changes', () => {
  it('ends with the shot before, and the next goes on to where it would have ended', () => {
    const after = apply(change(3, 'a girl in a blue coat'), board({ ...RED, lastShotId: 'shot-4' }));
    expect(saidAt(after)).toEqual([
      ...Array(3).fill(['a girl in a red coat']),
      ...Array(2).fill(['a girl in a blue coat']),
      [],
    ]);
    expect(after.fact.new).toMatchObject({ origin: 'artist', name: 'Mira' });
  });

  it('ends, and nothing takes its place', () => {
    expect(saidAt(apply(change(2, null), board(RED)))).toEqual([
      ...Array(2).fill([RED.statement]),
      ...Array(4).fill([]),
    ]);
  });

  it('goes where it would hold for no shot, and is said anew where it would begin at once', () => {
    expect(apply(change(0, null), board(RED)).fact).toEqual({});
    const anew = apply(change(1, 'a girl in a blue coat'), board({ ...RED, firstShotId: 'shot-1' }));
    expect(anew.fact).toMatchObject({
      'fact-0': { statement: 'a girl in a blue coat', firstShotId: 'shot-1', lastShotId: null },
    });
    // It held from the beginning, whatever shot that is, and does still.
    expect(apply(change(0, 'a girl in a blue coat'), board(RED)).fact).toMatchObject({
      'fact-0': { statement: 'a girl in a blue coat', firstShotId: null, lastShotId: null },
    });
  });

  it('is named in what is done, and where it is gone or has no name it is style', () => {
    const told = (command: Command, records: Records) => labelOf(command, records);
    expect(told(change(1, null), board(RED))).toBe('End canon from shot 2 on: Mira');
    expect(told(change(1, 'x'), board({ ...RED, name: '' }))).toBe('Change canon from shot 2 on: style');
    expect(told(change(1, 'x'), board())).toBe('Change canon from shot 2 on: style');
  });

  it('changes nothing where it does not hold, or is not there', () => {
    const part = board({ ...RED, firstShotId: 'shot-2', lastShotId: 'shot-3' });
    for (const shot of [1, 4])
      expect(() => changeOf(part, change(shot, null), inputs('n'))).toThrow('does not hold');
    expect(() => changeOf(part, { ...change(2, null), factId: 'gone' } as Command, inputs('n'))).toThrow();
    expect(() => changeOf(part, change(9, null), inputs('n'))).toThrow();
  });

  it('says something else from that shot on and nothing else anywhere, in one step that is taken back whole', () => {
    const end = fc.option(fc.nat(5));
    fc.assert(
      fc.property(
        end,
        end,
        fc.nat(5),
        fc.option(fc.constantFrom('a girl in a blue coat', 'a girl in a hat')),
        (a, b, at, statement) => {
          const [first, last] = a !== null && b !== null && b < a ? [b, a] : [a, b];
          const id = (n: number | null) => (n === null ? null : `shot-${n}`);
          const other = { statement: 'a tall girl' };
          const before = board({ ...RED, firstShotId: id(first), lastShotId: id(last) }, other);
          fc.pre(at >= (first ?? 0) && at <= (last ?? 5));
          const diff = changeOf(before, change(at, statement), inputs('new'));
          const after = applyDiff(before, diff);
          expect(saidAt(after)).toEqual(
            saidAt(before).map((said, n) =>
              n < at || !said.includes(RED.statement)
                ? said
                : [
                    ...said.filter((one) => one !== RED.statement),
                    ...(statement === null ? [] : [statement]),
                  ].sort(),
            ),
          );
          expect(applyDiff(after, reverseDiff(diff))).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('puts no fact between shots that are not there, or that ends before it begins', () => {
  const put = (firstShotId: string | null, lastShotId: string | null): Command => ({
    type: 'put-fact',
    fact: { ...aFact('f'), firstShotId, lastShotId },
  });
  expect(() => changeOf(board(), put('shot-4', 'shot-2'), inputs('n'))).toThrow('ends at the shot');
  expect(() => changeOf(board(), put('gone', null), inputs('n'))).toThrow();
  expect(apply(put('shot-2', 'shot-2'), board()).fact).toHaveProperty('f');
});
