import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { positionFacts } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { castIn } from './index.js';

/** Who is in each shot of a story, in a few words. */
function castsOf(descriptions: readonly string[], sheet: Readonly<Record<string, string>> = {}) {
  const shots = descriptions.map((description, position) => ({
    id: `s${position}`,
    number: '',
    position,
    description,
  }));
  const entries = Object.entries(sheet).map(([name, description]) => ({ name, description }));
  const facts = positionFacts(canonFrom(shots, entries, ''), shots as never);
  return shots.map((shot) =>
    castIn(
      shot.description,
      claimsForShot(shot, facts, []),
      (id) => facts.find((fact) => fact.id === id) ?? null,
    ).map(
      ({ key, noun, looks, isAlone }) => `${key}: ${isAlone ? 'a' : 'one'} ${noun}${looks && `, ${looks}`}`,
    ),
  );
}

it('knows who the canon names by what is said of them, and people and animals by their noun', () => {
  expect(
    castsOf(['Mira looks at a fox.', 'A fox sits on a stone.'], { Mira: 'a girl in a red coat' }),
  ).toEqual([['character mira: a girl, a girl in a red coat', 'noun fox: a fox'], ['noun fox: a fox']]);
});

it('holds a look that the words change against those after it alone', () => {
  const [before, at, after] = castsOf(['Mira waits.', 'Mira, now in a blue coat, waits.', 'Mira waits.'], {
    Mira: 'a girl',
  });
  expect(before).toEqual(['character mira: a girl']);
  expect(at).toEqual(['character mira: a girl, a girl in a blue coat']);
  expect(after).toEqual(at);
});

it('holds a thing against the same state of it alone', () => {
  const [lit, out, on] = castsOf(['A lamp stands there.', 'The lamp goes out.', 'The lamp stands there.']);
  expect(lit).toEqual([]);
  expect(out).toEqual(['prop lamp: a lamp, an unlit lamp']);
  expect(on).toEqual(out);
});

it('takes no feeling for a look', () => {
  expect(castsOf(['A happy girl waits.', 'A tall girl waits.'])).toEqual([
    ['noun girl: a girl'],
    ['noun girl: a girl, a tall girl'],
  ]);
});

it('knows of none alone where two are spoken of', () => {
  expect(castsOf(['Two dogs run.'])).toEqual([['noun dog: one dog']]);
  expect(
    castsOf(['Mira and Ada wait.'], { Mira: 'a girl in a red coat', Ada: 'a girl in a blue coat' }),
  ).toEqual([
    ['character mira: one girl, a girl in a red coat', 'character ada: one girl, a girl in a blue coat'],
  ]);
});

it.each([
  'Mira in silhouette.',
  'Mira from behind.',
  'The reflection of Mira.',
  'Mira in disguise, a masked girl.',
])('knows nobody in “%s”', (description) => {
  expect(castsOf([description], { Mira: 'a girl' })).toEqual([[]]);
});
