import { EMPTY_DERIVED, type TakeAnalysis } from '@shared/analysis.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { contextOf, writerContextOf } from '../testing/context.js';
import { cellsOf } from './cells.js';

it('says beside the scores of a picture that its description was not judged', async () => {
  const scored = (takeId: string, description: number | null) =>
    ({ takeId, scores: { description, style: 0.9, characters: null, quality: 1 } }) as TakeAnalysis;
  const analyses = { 'take-0': scored('take-0', null), 'take-1': scored('take-1', 0.5) };
  const context = writerContextOf(contextOf(aBoard(3), { derived: { ...EMPTY_DERIVED, analyses } }));
  const told = (await cellsOf(context)).map((cell) => cell.told);
  expect(told[0]).toMatch(/description not judged · style 90 · quality 100$/);
  expect(told[1]).toMatch(/description 50 · style 90 · quality 100$/);
  expect(told[2]).toMatch(/not judged$/);
});
