import { codeOf } from '@testing/code-of.js';
import { aBoard, aFact, aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import { add, diffOfWrites, need, put, remove, ScratchRecords } from './index.js';

const board = aBoard(2);
const NOTED = { ...aShot(0), note: 'fog' };

it('an id that is taken is a conflict, one that is not there is not found', () => {
  expect(codeOf(() => add(board, 'fact', aFact('fact-0')))).toBe('CONFLICT');
  expect(add(board, 'fact', aFact('toString'))).toEqual({
    table: 'fact',
    id: 'toString',
    row: aFact('toString'),
  });
  expect(need(board, 'shot', 'shot-1')).toBe(board.shot['shot-1']);
  for (const id of ['shot-9', 'toString']) expect(codeOf(() => need(board, 'shot', id))).toBe('NOT_FOUND');
});

it('writes come to what they change, the last to each record counting', () => {
  const added = { ...aShot(5), id: 'toString' };
  const writes = [
    put('shot', { ...aShot(0), note: 'x' }),
    put('shot', NOTED),
    put('shot', added),
    put('shot', aShot(1)),
    remove('fact', 'fact-0'),
    put('fact', aFact('gone')),
    remove('fact', 'gone'),
  ];
  expect(diffOfWrites(board, writes)).toEqual({
    shot: { added: { toString: added }, updated: { 'shot-0': [aShot(0), NOTED] }, removed: {} },
    fact: { added: {}, updated: {}, removed: { 'fact-0': aFact('fact-0') } },
  });
  expect(diffOfWrites(board, [put('shot', aShot(0))])).toEqual({});
});

it('records to try writes on leave those that they were made of alone', () => {
  const before = structuredClone(board);
  const scratch = new ScratchRecords(board);
  expect(scratch.records.shot).toBe(board.shot);
  scratch.write(put('shot', NOTED));
  const { shot } = scratch.records;
  scratch.write(remove('shot', 'shot-1'));
  expect(scratch.records.shot).toEqual({ 'shot-0': NOTED });
  expect(scratch.records.shot, 'the table is copied once').toBe(shot);
  expect(scratch.records.fact).toBe(board.fact);
  expect(board).toEqual(before);
});
