import { aBoard, aClaim, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDiff,
  type Claim,
  freeShotNumber,
  positionFacts,
  type Records,
  reverseDiff,
  shotsInOrder,
} from '../records/index.js';
import { type Command, changeOf, type Inputs, labelOf, shotsOf } from './index.js';

const INPUTS: Inputs = { id: 'c', at: 0, who: 'Ada', generator: 'none', rounds: 3 };
const ran = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, INPUTS));
const added = (beside: number, side: 'before' | 'after' = 'after', description = 'a mule'): Command => ({
  type: 'add-shot',
  shotId: 'new',
  beside: `shot-${beside}`,
  side,
  description,
});
const doubled = (...shots: number[]): Command => ({
  type: 'double-shots',
  shotIds: shots.map((n) => `shot-${n}`),
  copyIds: shots.map((n) => `copy-${n}`),
});
const order = (records: Records) => shotsInOrder(records).map(({ id }) => id);
const numbers = (records: Records) => shotsInOrder(records).map(({ number }) => number);

describe('a number for a shot that comes behind another', () => {
  it.each([
    ['3', [], '3A'],
    ['3', ['3A', '3B'], '3C'],
    ['3A', ['3', '3A'], '3B'],
    ['3Z', [], '3ZA'],
    ['sc01_sh010', [], 'sc01_sh010A'],
    ['', [], '1'],
    ['', ['1'], '2'],
  ])('behind %j with %j taken is %j', (number, taken, expected) => {
    expect(freeShotNumber(number, new Set([number, ...taken]))).toBe(expected);
  });

  it('is one that no other has', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (number, others) => {
        const taken = [number];
        for (let n = 0; n < 60; n++) taken.push(freeShotNumber(number, new Set([...others, ...taken])));
        expect(new Set(taken).size).toBe(61);
        expect(others.some((one) => taken.slice(1).includes(one))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a shot that is put in', () => {
  it('stands beside that one in its scene, without a picture, and its words are its prompt', () => {
    const after = ran(aBoard(3), added(1));
    expect(order(after)).toEqual(['shot-0', 'shot-1', 'new', 'shot-2']);
    expect(numbers(after)).toEqual(['1', '2', '2A', '3']);
    expect(after.shot.new).toMatchObject({
      scene: 'Harbour',
      description: 'a mule',
      prompt: 'a mule',
      pickId: null,
      status: 'pending',
      added: true,
    });
    expect(order(ran(aBoard(2), added(0, 'before')))).toEqual(['new', 'shot-0', 'shot-1']);
    expect(order(ran(aBoard(2), added(1)))).toEqual(['shot-0', 'shot-1', 'new']);
  });

  it('says as its prompt what it describes until the artist writes another', () => {
    const one = ran(aBoard(1), added(0, 'after', ''));
    const said = ran(one, { type: 'edit-description', shotId: 'new', description: 'a fox' });
    expect(said.shot.new).toMatchObject({ description: 'a fox', prompt: 'a fox' });
    const prompted = ran(said, {
      type: 'edit-prompt',
      shotId: 'new',
      prompt: 'fox, ink',
      negativePrompt: '',
    });
    const again = ran(prompted, { type: 'edit-description', shotId: 'new', description: 'an owl' });
    expect(again.shot.new).toMatchObject({ description: 'an owl', prompt: 'fox, ink' });
    // Of a picture that is there, the prompt is what it was made of.
    const other = ran(one, { type: 'edit-description', shotId: 'shot-0', description: 'an owl' });
    expect(other.shot['shot-0']?.prompt).toBe(one.shot['shot-0']?.prompt);
  });

  it('takes the place of none, and is undone', () => {
    const board = aBoard(2);
    const change = changeOf(board, added(0), INPUTS);
    expect(applyDiff(applyDiff(board, change), reverseDiff(change))).toEqual(board);
    expect(() => ran(ran(board, added(0)), added(1))).toThrow(/id/);
    expect(() => ran(board, added(7))).toThrow();
    expect(labelOf(added(1), board)).toBe('Add a shot after shot 2');
    expect(shotsOf(added(1), board)).toEqual(['new']);
  });
});

describe('a shot that is doubled', () => {
  it('has a copy behind it with its words and its picture, and nothing that was decided on it', () => {
    const board = ran(aBoard(3), { type: 'reject', shotId: 'shot-1', reason: 'dark' });
    const after = ran(ran(board, { type: 'set-note', shotId: 'shot-1', note: 'n' }), doubled(1));
    expect(order(after)).toEqual(['shot-0', 'shot-1', 'copy-1', 'shot-2']);
    const { id: _, position, number, note, status, pickId, ...words } = after.shot['shot-1'] ?? ({} as never);
    expect(after.shot['copy-1']).toEqual({
      ...words,
      id: 'copy-1',
      position: 2,
      number: '2A',
      pickId: 'copy-1.take',
      status: 'pending',
      note: '',
      added: true,
    });
    expect([position, number, note, status, pickId]).toEqual([1, '2', 'n', 'rejected', 'take-1']);
    const { id, shotId, ...take } = after.take['take-1'] ?? ({} as never);
    expect(after.take['copy-1.take']).toEqual({ ...take, id: 'copy-1.take', shotId: 'copy-1' });
    expect([id, shotId]).toEqual(['take-1', 'shot-1']);
    expect(Object.values(after.decision).map((one) => one.shotId)).toEqual(['shot-1']);
  });

  it('takes along what the artist made of its claims, each hanging on its own', () => {
    const claims: Claim[] = [
      { ...aClaim(0), id: 'mine', source: 'artist', parents: [] },
      { ...aClaim(0), id: 'hangs', source: 'artist', parents: ['mine', 'read'] },
      { ...aClaim(0), id: 'read', text: 'read', parents: [] },
      { ...aClaim(0), id: 'muted', text: 'muted', muted: true, parents: [] },
      { ...aClaim(0), id: 'stated', text: 'stated', source: 'file', parents: [] },
    ];
    const board = { ...aBoard(1), claim: Object.fromEntries(claims.map((one) => [one.id, one])) };
    const own = Object.values(ran(board, doubled(0)).claim).filter(({ shotId }) => shotId === 'copy-0');
    expect(own.map(({ id, text, source, muted, parents }) => [id, text, source, muted, parents])).toEqual([
      ['copy-0.1', claims[0]?.text, 'artist', false, []],
      ['copy-0.2', claims[1]?.text, 'artist', false, ['copy-0.1']],
      ['copy-0.3', 'muted', 'artist', true, []],
      ['copy-0.4', 'stated', 'file', false, []],
    ]);
  });

  it('is called by its shots, and each copy is another', () => {
    expect(labelOf(doubled(0, 1), aBoard(3))).toBe('Double 2 shots');
    const twice: Command = { type: 'double-shots', shotIds: ['shot-0', 'shot-1'], copyIds: ['a', 'a'] };
    expect(() => ran(aBoard(2), twice)).toThrow();
    expect(() => ran(aBoard(2), { ...twice, copyIds: ['a'] })).toThrow();
    expect(() => ran(aBoard(2), { ...twice, copyIds: ['a', 'shot-1'] })).toThrow();
    // A shot named twice does not make up for a copy too many.
    const named: Command = { ...twice, shotIds: ['shot-0', 'shot-0'], copyIds: ['a', 'b', 'c'] };
    expect(() => ran(aBoard(2), named)).toThrow(/id of its own/);
  });
});

it('what the canon says of a shot it says of its copy, and of all others as before; and undone, all is as it was', () => {
  const end = fc.option(fc.nat(4).map((n) => `shot-${n}`));
  fc.assert(
    fc.property(end, end, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), (a, b, shots) => {
      const [first, last] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      const board: Records = {
        ...aBoard(5),
        fact: { fact: { ...aFact('fact'), firstShotId: first, lastShotId: last } },
      };
      const held = ({ fact, shot }: Records) => {
        const [one] = positionFacts(Object.values(fact), Object.values(shot));
        const holds = (at: number) => (one?.from ?? 0) <= at && at <= (one?.to ?? 1e9);
        return new Map(shotsInOrder({ shot }).map(({ id, position }) => [id, holds(position)]));
      };
      const change = changeOf(board, doubled(...shots), INPUTS);
      const after = applyDiff(board, change);
      const [was, is] = [held(board), held(after)];
      for (const [id, holds] of was) expect(is.get(id)).toBe(holds);
      for (const n of shots) expect(is.get(`copy-${n}`)).toBe(was.get(`shot-${n}`));
      expect(shotsInOrder(after).map(({ position }) => position)).toEqual([
        ...Array(5 + shots.length).keys(),
      ]);
      expect(new Set(numbers(after)).size).toBe(5 + shots.length);
      expect(applyDiff(after, reverseDiff(change))).toEqual(board);
    }),
    { numRuns: 200 },
  );
});
