/** Descriptions put together from parts, so that what they claim is known before they are read. */
import type { ClaimKind } from '@shared/records/index.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadClaim, readClaims, statementOf } from './index.js';

interface Expected extends Partial<Omit<ReadClaim, 'parents' | 'span' | 'canonOf'>> {
  readonly kind: ClaimKind;
  readonly text: string;
  /** Texts of the claims that it hangs on. */
  readonly on?: readonly string[];
  /** Its words in the description. */
  readonly words?: string;
}

/** The claims of a text in the form in which they are expected. */
function read(text: string): Expected[] {
  const claims = readClaims(text);
  return claims.map(({ parents, span, canonOf: _, ...claim }) => ({
    ...claim,
    on: parents.map((parent) => claims[parent]?.text ?? ''),
    ...(span && { words: text.slice(...span) }),
  }));
}

let all = 0;
let askedWhole = 0;
afterAll(() => expect(askedWhole / all).toBeLessThan(0.1));

/**
 * Holds that the text claims just this, in any order, besides how many people there are. Of what the parser is not sure
 * of less may be claimed, and never more: it is asked whole, in its own words.
 */
function expectClaims(text: string, expected: readonly Expected[]): void {
  const everything = read(text).filter(({ kind, subject }) => !(kind === 'count' && subject === 'person'));
  const claims = everything.filter(({ kind }) => kind !== 'phrase');
  const isWhole = everything.length > claims.length;
  all++;
  if (isWhole) askedWhole++;
  for (const { kind, text: words } of everything) if (kind === 'phrase') expect(text).toContain(words);
  // Whether an article belongs to what is pointed at the parser may leave open.
  const bare = ({ words, ...one }: Expected): Expected =>
    words === undefined ? one : { ...one, words: words.replace(/^(?:an?|the) /i, '') };
  const sorted = (list: readonly Expected[]) => list.map(bare).toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const full = expected.map((one) => ({
    subject: null,
    attribute: null,
    relation: null,
    object: null,
    value: null,
    weight: 1,
    negated: false,
    on: [],
    ...one,
  }));
  if (isWhole) expect(sorted(full), text).toEqual(expect.arrayContaining(sorted(claims)));
  else expect(sorted(claims), text).toEqual(sorted(full));
}

/** Who is in words that were not taken apart need not be known. */
function expectPeople(text: string, expected: Partial<Expected>): void {
  const claims = read(text);
  const people = claims.find(({ kind, subject }) => kind === 'count' && subject === 'person');
  if (people || !claims.some(({ kind }) => kind === 'phrase')) expect(people, text).toMatchObject(expected);
}

const COLOUR = fc.constantFrom('red', 'blue', 'green', 'yellow', 'white', 'black', 'brown', 'purple', 'grey');
const ANIMAL = fc.constantFrom('dog', 'cat', 'fox', 'horse', 'rabbit', 'bear', 'goat', 'parrot');
const PERSON = fc.constantFrom('girl', 'boy', 'woman', 'man', 'sailor', 'queen', 'wizard', 'pirate');
const THING = fc.constantFrom(
  'lantern',
  'bench',
  'kite',
  'suitcase',
  'table',
  'bicycle',
  'balloon',
  'ladder',
);
const GARMENT = fc.constantFrom('coat', 'dress', 'scarf', 'cape', 'shirt', 'hat');
const DEED = fc.constantFrom(
  ...([
    ['sleeps', 'sleeping'],
    ['runs', 'running'],
    ['sits', 'sitting'],
    ['waits', 'waiting'],
    ['lies', 'lying'],
    ['dances', 'dancing'],
    ['swims', 'swimming'],
  ] as const),
);
const HOLD = fc.constantFrom(
  ...([
    ['holds', 'holding'],
    ['carries', 'carrying'],
    ['lifts', 'lifting'],
  ] as const),
);
const BESIDE = fc.constantFrom(
  ...([
    ['under', 'under'],
    ['behind', 'behind'],
    ['near', 'near'],
    ['beside', 'next to'],
    ['next to', 'next to'],
    ['close to', 'next to'],
    ['in front of', 'in front of'],
    ['before', 'in front of'],
    ['beneath', 'under'],
    ['below', 'under'],
    ['on top of', 'on'],
    ['above', 'above'],
    ['to the left of', 'to the left of'],
    ['on the right side of', 'to the right of'],
  ] as const),
);
const PLACE = fc.constantFrom(
  ...([
    ['in a forest', 'in', 'forest'],
    ['in a village', 'in', 'village'],
    ['in a kitchen', 'in', 'kitchen'],
    ['on a beach', 'on', 'beach'],
    ['on a bridge', 'on', 'bridge'],
    ['at a harbour', 'at', 'harbour'],
  ] as const),
);
const TIME = fc.constantFrom(
  ...([
    ['at night', 'at night', 'night'],
    ['at dusk', 'at sunset', 'sunset'],
    ['at dawn', 'at sunrise', 'sunrise'],
    ['by day', 'by day', 'day'],
    ['in the morning', 'in the morning', 'morning'],
    ['in the evening', 'in the evening', 'evening'],
  ] as const),
);
const WEATHER = fc.constantFrom('rain', 'snow', 'fog');
const FRAMING = fc.constantFrom(
  ...([
    ['Wide shot of', 'a wide shot', 'Wide shot of'],
    ['A close-up of', 'a close-up', 'A close-up of'],
    ['Low-angle view of', 'a low-angle shot', 'Low-angle view of'],
  ] as const),
);
const STYLE = fc.constantFrom('an ink drawing', 'a gouache painting', 'a pencil drawing', 'a paper cut-out');
const NUMBER = fc.constantFrom(['two', '2'], ['three', '3'], ['four', '4']);

const RUNS = { numRuns: 200 };
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const thing = (noun: string, words?: string): Expected => ({
  kind: 'entity',
  text: `a ${noun}`,
  subject: noun,
  ...(words !== undefined && { words }),
});
const coloured = (colour: string, noun: string, words: string): Expected => ({
  kind: 'attribute',
  text: `a ${colour} ${noun}`,
  subject: noun,
  attribute: colour,
  on: [`a ${noun}`],
  words,
});

describe('a description in one sentence', () => {
  it('of a coloured animal that does something beside a thing', () => {
    fc.assert(
      fc.property(
        COLOUR,
        ANIMAL,
        DEED,
        BESIDE,
        THING,
        (colour, animal, [deed, doing], [beside, relation], noun) => {
          const text = `The ${colour} ${animal} ${deed} ${beside} the ${noun}.`;
          expectClaims(text, [
            thing(animal, `The ${colour} ${animal}`),
            coloured(colour, animal, `The ${colour} ${animal}`),
            thing(noun, `the ${noun}`),
            {
              kind: 'action',
              text: `a ${animal} ${doing} ${relation} a ${noun}`,
              subject: animal,
              relation: `${doing} ${relation}`,
              object: noun,
              on: [`a ${animal}`, `a ${noun}`],
              words: `${deed} ${beside} the ${noun}`,
            },
            {
              kind: 'relation',
              text: `a ${animal} ${relation} a ${noun}`,
              subject: animal,
              relation,
              object: noun,
              on: [`a ${animal}`, `a ${noun}`],
              words: `${beside} the ${noun}`,
            },
          ]);
          expectPeople(text, { value: '0', weight: 0.5 });
        },
      ),
      RUNS,
    );
  });

  it('of somebody in a garment who holds a thing, somewhere at some hour in some weather', () => {
    fc.assert(
      fc.property(
        fc.record({
          person: PERSON,
          colour: COLOUR,
          garment: GARMENT,
          hold: HOLD,
          other: COLOUR,
          noun: THING,
        }),
        fc.record({ place: PLACE, time: TIME, weather: WEATHER }),
        (
          { person, colour, garment, hold: [holds, holding], other, noun },
          { place: [where, at, place], time, weather },
        ) => {
          const [when, hour, value] = time;
          const text = `A ${person} in a ${colour} ${garment} ${holds} a ${other} ${noun} ${where} ${when} in ${weather}.`;
          expectClaims(text, [
            thing(person, `A ${person}`),
            {
              kind: 'attribute',
              text: `a ${person} in a ${colour} ${garment}`,
              subject: person,
              attribute: colour,
              relation: 'in',
              object: garment,
              on: [`a ${person}`],
              words: `a ${colour} ${garment}`,
            },
            thing(noun, `a ${other} ${noun}`),
            coloured(other, noun, `a ${other} ${noun}`),
            {
              kind: 'relation',
              text: `a ${person} ${holding} a ${noun}`,
              subject: person,
              relation: holding,
              object: noun,
              on: [`a ${person}`, `a ${noun}`],
              words: `${holds} a ${other} ${noun}`,
            },
            { kind: 'place', text: where, relation: at, object: place, words: where },
            { kind: 'time', text: hour, value, words: when },
            { kind: 'weather', text: `in ${weather}`, value: weather, words: `in ${weather}` },
          ]);
          expectPeople(text, { text: 'one person', value: '1', weight: 0.5 });
        },
      ),
      RUNS,
    );
  });

  it('of two who stand left and right, with framing and style around them', () => {
    fc.assert(
      fc.property(FRAMING, PERSON, ANIMAL, STYLE, ([shot, framing, words], person, animal, style) => {
        const text = `${shot} a ${person} on the left and a ${animal} on the right, ${style}.`;
        expectClaims(text, [
          { kind: 'framing', text: framing, value: framing, words },
          thing(person, `a ${person}`),
          {
            kind: 'relation',
            text: `a ${person} on the left`,
            subject: person,
            relation: 'on the left',
            on: [`a ${person}`],
            words: 'on the left',
          },
          thing(animal, `a ${animal}`),
          {
            kind: 'relation',
            text: `a ${animal} on the right`,
            subject: animal,
            relation: 'on the right',
            on: [`a ${animal}`],
            words: 'on the right',
          },
          { kind: 'style', text: style, value: style, words: style },
        ]);
      }),
      RUNS,
    );
  });

  it('of several things of a colour', () => {
    fc.assert(
      fc.property(NUMBER, COLOUR, THING, ([number, value], colour, noun) => {
        fc.pre(noun !== 'bench');
        const words = `${cap(number)} ${colour} ${noun}s`;
        expectClaims(`${words}.`, [
          { kind: 'entity', text: `${noun}s`, subject: noun, words },
          { kind: 'count', text: `${number} ${noun}s`, subject: noun, value, on: [`${noun}s`], words },
          {
            kind: 'attribute',
            text: `${colour} ${noun}s`,
            subject: noun,
            attribute: colour,
            on: [`${noun}s`],
            words,
          },
        ]);
      }),
      RUNS,
    );
  });

  it('of what is not there', () => {
    fc.assert(
      fc.property(PERSON, THING, GARMENT, COLOUR, (person, noun, garment, colour) => {
        expectClaims(`A ${person} without a ${colour} ${garment}, no ${noun}.`, [
          thing(person, `A ${person}`),
          {
            kind: 'attribute',
            text: `a ${person} in a ${colour} ${garment}`,
            subject: person,
            attribute: colour,
            relation: 'in',
            object: garment,
            negated: true,
            on: [`a ${person}`],
            words: `a ${colour} ${garment}`,
          },
          { ...thing(noun, `no ${noun}`), negated: true },
        ]);
      }),
      RUNS,
    );
  });

  it('of somebody spoken of again by a pronoun', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['girl', 'She'], ['woman', 'She'], ['boy', 'He'], ['man', 'He']),
        COLOUR,
        THING,
        HOLD,
        DEED,
        ([person, pronoun], colour, noun, [holds, holding], [deed, doing]) => {
          expectClaims(`A ${person} ${deed}. ${pronoun} ${holds} the ${colour} ${noun}.`, [
            thing(person ?? '', `A ${person}`),
            {
              kind: 'action',
              text: `a ${person} ${doing}`,
              subject: person ?? '',
              relation: doing,
              on: [`a ${person}`],
              words: deed,
            },
            thing(noun, `the ${colour} ${noun}`),
            coloured(colour, noun, `the ${colour} ${noun}`),
            {
              kind: 'relation',
              text: `a ${person} ${holding} a ${noun}`,
              subject: person ?? '',
              relation: holding,
              object: noun,
              on: [`a ${person}`, `a ${noun}`],
              words: `${holds} the ${colour} ${noun}`,
            },
          ]);
        },
      ),
      RUNS,
    );
  });
});

describe('a list of tags', () => {
  it('says the same as a sentence, about its main figure', () => {
    fc.assert(
      fc.property(
        PERSON,
        COLOUR,
        GARMENT,
        HOLD,
        THING,
        TIME,
        (person, colour, garment, [, holding], noun, [when, hour, value]) => {
          expectClaims(`masterpiece, ${person}, ${colour} ${garment}, ${holding} ${noun}, forest, ${when}`, [
            thing(person, person),
            {
              kind: 'attribute',
              text: `a ${person} in a ${colour} ${garment}`,
              subject: person,
              attribute: colour,
              relation: 'in',
              object: garment,
              on: [`a ${person}`],
              words: `${colour} ${garment}`,
            },
            thing(noun, noun),
            {
              kind: 'relation',
              text: `a ${person} ${holding} a ${noun}`,
              subject: person,
              relation: holding,
              object: noun,
              on: [`a ${person}`, `a ${noun}`],
              words: `${holding} ${noun}`,
            },
            { kind: 'place', text: 'in a forest', relation: 'in', object: 'forest', words: 'forest' },
            { kind: 'time', text: hour, value, words: when },
          ]);
        },
      ),
      RUNS,
    );
  });
});

describe('statementOf', () => {
  it('takes a look apart as the description that it came from does', () => {
    fc.assert(
      fc.property(PERSON, COLOUR, GARMENT, (person, colour, garment) => {
        expect(statementOf(`a ${person} in a ${colour} ${garment}`)).toEqual({
          text: `a ${person} in a ${colour} ${garment}`,
          negated: false,
          noun: person,
          parts: { subject: person, attribute: colour, relation: 'in', object: garment, value: null },
        });
      }),
      RUNS,
    );
  });

  it.each([
    ['a girl', 'girl', { subject: 'girl' }, false],
    ['an unlit lamp', 'lamp', { subject: 'lamp', attribute: 'unlit' }, false],
    ['no lantern', 'lantern', { subject: 'lantern' }, true],
    [
      'an old man with a white beard',
      'old man',
      { subject: 'old man', attribute: 'white', relation: 'with', object: 'beard' },
      false,
    ],
    ['a gouache painting', 'gouache painting', { value: 'a gouache painting' }, false],
    ['gone for good', 'gone for good', {}, false],
  ])('%s', (statement, noun, parts, negated) => {
    const none = { subject: null, attribute: null, relation: null, object: null, value: null };
    expect(statementOf(statement)).toMatchObject({ noun, negated, parts: { ...none, ...parts } });
  });
});
