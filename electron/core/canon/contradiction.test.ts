import { type PositionedFact, positionFacts } from '@shared/records/index.js';
import { aFact, aShot } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesAmong, contradicts, stateOf } from './index.js';

const states = (a: string, b: string): boolean => contradicts(stateOf(a), stateOf(b));

describe('two states of one thing', () => {
  it.each([
    ['a lit lamp', 'an unlit lamp'],
    ['an open door', 'a closed door'],
    ['a broken cup', 'an intact cup'],
    ['a girl in a red coat', 'a girl in a blue coat'],
    ['a glowing lamp', 'a dark lamp'],
    ['a burning torch', 'an extinguished torch'],
    ['an open door', 'a shut door'],
    ['an open door', 'a locked door'],
    ['a cracked mirror', 'an intact mirror'],
    ['a shattered mirror', 'an unbroken mirror'],
    ['a torn flag', 'an intact flag'],
    ['a smashed vase', 'an intact vase'],
    ['a full glass', 'an empty glass'],
    ['a wet dog', 'a dry dog'],
    ['a soaked dog', 'a dry dog'],
    ['a clean shirt', 'a dirty shirt'],
    ['a clean shirt', 'a muddy shirt'],
    ['a girl with long hair', 'a girl with short hair'],
    ['a young woman', 'an old woman'],
    ['a young woman', 'an elderly woman'],
    ['a girl with curly hair', 'a girl with straight hair'],
    ['a girl with long brown hair', 'a girl with short hair'],
    ['a bearded man', 'a clean-shaven man'],
    ['a big crate', 'a tiny crate'],
    ['a raised flag', 'a lowered flag'],
    ['a frozen pond', 'a melted pond'],
    ['two boats', 'three boats'],
    ['no crown', 'a crown'],
    ['no crown', 'a golden crown'],
  ])('%s, %s: cannot both be seen', (a, b) => {
    expect([states(a, b), states(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['a lit lamp', 'a lit lamp'],
    ['a lit lamp', 'an open door'],
    ['a girl in a red coat', 'a girl in blue boots'],
    ['a girl in a red coat', 'a girl in a long coat'],
    ['a girl in a red coat', 'a boy in a blue coat'],
    ['a tall girl', 'a thin girl'],
    ['a cracked mirror', 'a broken mirror'],
    ['a red door', 'an open door'],
    ['a lit lamp', 'a lamp'],
    ['an old woman', 'an elderly woman'],
    ['an old woman', 'a young woman with a cane'],
    ['a woman in a navy coat', 'a woman in a blue coat'],
    ['a girl in a dark red coat', 'a girl in a red coat'],
    ['a torn coat', 'a red coat'],
    ['two boats', 'white boats'],
    ['no crown', 'a lamp'],
    ['no crown', 'no crown'],
  ])('%s, %s: can', (a, b) => {
    expect([states(a, b), states(b, a)]).toEqual([false, false]);
  });
});

describe('facts that clash', () => {
  const shots = Array.from({ length: 6 }, (_, at) => aShot(at));
  const id = (at: number | null) => (at === null ? null : `shot-${at}`);
  const fact = (name: string, statement: string, from: number | null, to: number | null): PositionedFact =>
    positionFacts(
      [
        {
          ...aFact(`${statement} ${from}`),
          subject: 'prop',
          name,
          statement,
          firstShotId: id(from),
          lastShotId: id(to),
        },
      ],
      shots,
    )[0] as PositionedFact;

  it('do where both hold, from the first such shot on', () => {
    const [lit, unlit] = [fact('lamp', 'a lit lamp', 1, 4), fact('lamp', 'an unlit lamp', 3, null)];
    expect(clashesAmong([lit, unlit], shots)).toEqual([{ factIds: [lit.id, unlit.id], shotId: 'shot-3' }]);
    expect(clashesAmong([lit, fact('lamp', 'an unlit lamp', 5, null)], shots)).toEqual([]);
    expect(clashesAmong([lit, { ...unlit, name: 'other lamp' }], shots)).toEqual([]);
    expect(clashesAmong([lit, { ...unlit, subject: 'place' }], shots)).toEqual([]);
  });

  it('are those, and only those, that some shot would have to show at once', () => {
    const end = fc.option(fc.nat(5));
    const stretch = fc
      .tuple(end, end)
      .map(([a, b]) => (a !== null && b !== null && b < a ? ([b, a] as const) : ([a, b] as const)));
    fc.assert(
      fc.property(stretch, stretch, ([a, b], [c, d]) => {
        const facts = [fact('lamp', 'a lit lamp', a, b), fact('lamp', 'an unlit lamp', c, d)];
        const both = shots.filter(({ position }) =>
          facts.every(({ from, to }) => (from ?? 0) <= position && position <= (to ?? 99)),
        );
        expect(clashesAmong(facts, shots).map(({ shotId }) => shotId)).toEqual(
          both.slice(0, 1).map((shot) => shot.id),
        );
      }),
      { numRuns: 300 },
    );
  });
});
