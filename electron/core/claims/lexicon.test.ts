import { expect, it } from 'vitest';
import {
  ANIMALS,
  GROUPS,
  INSCRIPTION,
  isAlive,
  PEOPLE,
  PLACE_PREPOSITION,
  PLACES,
  PLACES_WITHIN,
  SPEECH,
  VERB_FORMS,
} from './lexicon.js';

const failing = (words: string, holds: (word: string) => boolean): string[] =>
  words.split(', ').filter((word) => !holds(word));

it('places are said with the preposition that goes with them, and else “in”', () => {
  expect([PLACE_PREPOSITION.harbour, PLACE_PREPOSITION.campsite]).toEqual(['at', 'at']);
  expect([PLACE_PREPOSITION.mountain, PLACE_PREPOSITION.pier, PLACE_PREPOSITION.ground]).toEqual([
    'on',
    'on',
    'on',
  ]);
  expect([PLACE_PREPOSITION.forest, PLACE_PREPOSITION.constructor]).toEqual([undefined, undefined]);
  const unknown = Object.keys(PLACE_PREPOSITION).filter((at) => !PLACES.has(at) && !PLACES_WITHIN.has(at));
  expect(unknown).toEqual([]);
});

it('people and animals are alive, and nothing else is', () => {
  expect(failing('girl, boy, baker, trucker, fox, mongoose', isAlive)).toEqual([]);
  expect(failing('lantern, harbour, coat, constructor, toString', (word) => !isAlive(word))).toEqual([]);
  expect([PEOPLE.girl, PEOPLE.workman, PEOPLE.person]).toEqual(['female', 'male', 'either']);
  // Nobody is both.
  expect(Object.keys(PEOPLE).filter((word) => ANIMALS.has(word))).toEqual([]);
  expect(GROUPS).toMatchObject({ pair: 2, couple: 2, trio: 3 });
});

it('words are said, asked, cried, in every form, and a word that only begins or ends so is none of them', () => {
  const saying =
    'say, says, said, ask, asks, asked, whisper, whispers, whispered, shout, shouts, shouted, replies, replied, answer, answers, answered, cries, cried, call, calls, called, exclaim, exclaims, exclaimed, murmur, murmurs, yell, yells, think, thinks, tell, tells, told, SAID';
  expect(failing(saying, (word) => SPEECH.test(`Mira ${word}: no.`))).toEqual([]);
  expect(failing('sayer, masks, recalled, tellers, outcries', (word) => !SPEECH.test(`A ${word}.`))).toEqual(
    [],
  );
});

it('words are written on signs, labels and pages, and nowhere that only sounds like them', () => {
  const bearing =
    'sign, signs, label, labels, labeled, labelled, reads, reading, written, words, text, title, titled, banner, banners, letter, letters, lettering, lettered, poster, posters, caption, captions, inscribed, inscription, engraved, printed, painted, logo, note, page, cover, headline, plaque, speech bubble';
  expect(failing(bearing, (word) => INSCRIPTION.test(`A ${word} here.`))).toEqual([]);
  const others = 'design, subtitle, context, notes, pages, coverage, read, word, imposter';
  expect(failing(others, (word) => !INSCRIPTION.test(`A ${word} here.`))).toEqual([]);
});

it('verbs that pass for nouns are known as they are met', () => {
  expect(
    failing('holding, holds, lying, lies, fishing, fishes, peering', (word) => VERB_FORMS.has(word)),
  ).toEqual([]);
  expect(VERB_FORMS.has('hold')).toBe(false);
});
