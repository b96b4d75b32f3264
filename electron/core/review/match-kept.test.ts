import { NO_CHOICE } from '@shared/matching/index.js';
import { expect, it } from 'vitest';
import { matchIn, withMatch } from './match-kept.js';

const by = (pattern: string) => ({ ...NO_CHOICE, pattern });
const always = () => true;

/** As it is kept after these choices, each brought by the step of its number. */
const keptOf = (...steps: number[]) =>
  steps.reduce<string | null>(
    (json, step) => withMatch(json, always, { match: by(`{shot}-${step}`), step }),
    null,
  );

it('the last choice counts; with its step taken back the one before it does, and done again it is back', () => {
  const kept = keptOf(1, 2);
  expect(matchIn(kept, always)).toEqual(by('{shot}-2'));
  expect(matchIn(kept, (step) => step !== 2)).toEqual(by('{shot}-1'));
  expect(matchIn(kept, () => false)).toEqual(NO_CHOICE);
  expect(matchIn(null, always)).toEqual(NO_CHOICE);
});

it('a choice that is no step stays whatever is taken back', () => {
  const kept = withMatch(keptOf(1), always, { match: by('{shot}-x'), step: null });
  expect(matchIn(kept, () => false)).toEqual(by('{shot}-x'));
});

it('what was taken back is gone once something else is chosen', () => {
  const instead = withMatch(keptOf(1, 2), (step) => step !== 2, { match: by('{shot}-3'), step: 3 });
  expect(matchIn(instead, (step) => step !== 3)).toEqual(by('{shot}-1'));
});

it('ten can be taken back to', () => {
  const kept = keptOf(...Array.from({ length: 15 }, (_, at) => at + 1));
  expect(matchIn(kept, (step) => step <= 6)).toEqual(by('{shot}-6'));
  expect(matchIn(kept, (step) => step <= 5)).toEqual(NO_CHOICE);
});

it('a choice that was kept by itself counts, and what cannot be read is none', () => {
  expect(matchIn(JSON.stringify(by('{shot}-1')), () => false)).toEqual(by('{shot}-1'));
  for (const json of ['', '{', '[]', '[{"match": 1, "step": 2}]', '{"pattern": 3}'])
    expect(matchIn(json, always)).toEqual(NO_CHOICE);
});
