import { expect, it } from 'vitest';
import { answerKey } from './analysis.js';
import { SLIP_QUESTIONS, SLIPS, slipsIn, slipWords } from './slips.js';

const said = (of: string, p: number | null, contrast?: number) => {
  const { text = '' } = SLIPS.find(({ id }) => id === of) ?? {};
  return {
    [answerKey({ kind: 'phrase', text })]: { p, reason: '', ...(contrast !== undefined && { contrast }) },
  };
};

it('suspects what is likelier than not, alone and beside its opposite, likeliest first', () => {
  expect(slipsIn({})).toEqual([]);
  expect(slipsIn({ ...said('hands', 0.6, 0.2), ...said('face', 0.9, 0.1) })).toEqual([
    { id: 'face', p: 0.9 },
    { id: 'hands', p: expect.closeTo(0.75, 9) },
  ]);
  // A judge that says yes to both has said nothing, nor has one that denies both.
  expect(slipsIn(said('hands', 0.9, 0.95))).toEqual([]);
  expect(slipsIn(said('hands', 0.3, 0.01))).toEqual([]);
  expect(slipsIn(said('hands', 0.5))).toEqual([]);
  expect(slipsIn(said('hands', 0.5, 0.1))).toEqual([]);
  expect(slipsIn(said('hands', 0.6, 0.6))).toEqual([]);
  expect(slipsIn(said('hands', 0.51))).toEqual([{ id: 'hands', p: 0.51 }]);
  expect(slipsIn(said('hands', null))).toEqual([]);
});

it('leads each to a tag, and asks each once, beside its opposite', () => {
  for (const { id, message } of SLIPS)
    expect(slipWords(id)).toMatchObject({ message, tag: { reason: expect.any(String) } });
  expect(slipWords('hands')?.tag.reason).toBe('Malformed hands');
  expect(slipWords('doubled')?.tag.reason).toBe('Artifacts');
  expect(slipWords('tail')).toBeNull();
  const texts = SLIP_QUESTIONS.flatMap(({ text, opposite }) => [text, opposite]);
  expect(new Set(texts).size).toBe(2 * SLIPS.length);
});
