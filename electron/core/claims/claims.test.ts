import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import descriptions from './descriptions.fixture.json' with { type: 'json' };
import { type ReadClaim, readClaims } from './index.js';

const cast = [
  { name: 'Mira', aliases: [], noun: 'girl', statements: ['a girl in a red coat'] },
  { name: 'Tom', aliases: ['the keeper'], noun: 'old man', statements: ['an old man in a blue coat'] },
];

const PARTS = ['subject', 'attribute', 'relation', 'object', 'value'] as const;

/** "attribute: a red coat {subject: coat; attribute: red}" */
const notation = (claims: readonly ReadClaim[]): string[] =>
  claims.map((claim) => {
    const parts = PARTS.flatMap((part) => (claim[part] === null ? [] : [`${part}: ${claim[part]}`]));
    return `${claim.kind}: ${claim.negated ? 'not ' : ''}${claim.text}${claim.canonOf ? ' (canon)' : ''}${claim.weight === 1 ? '' : ' (implied)'} {${parts.join('; ')}}`;
  });

/** Of a whole sentence in another language, all of it. */
function expectWholeWords(description: string, claims: readonly ReadClaim[]): void {
  for (const { span, text, kind, subject } of claims) {
    if (span === null) continue;
    expect(span, text).toEqual([expect.any(Number), expect.any(Number)]);
    const words = description.slice(...span);
    const around = [
      description[span[0] - 1] ?? '',
      words[0] ?? '',
      words.at(-1) ?? '',
      description[span[1]] ?? '',
    ];
    const isLetter = around.map((letter) => /[\p{L}\p{N}]/u.test(letter));
    expect([isLetter[0] && isLetter[1], isLetter[2] && isLetter[3]], `${text}: ${words}`).toEqual([
      false,
      false,
    ]);
    if (kind === 'entity' && subject === null) expect(words).toBe(text);
  }
}

/** On each thing or place that is named as their subject, and of a deed or relation as its object. */
function expectToHangOnWhatTheyName(claims: readonly ReadClaim[]): void {
  const nounOf = ({ kind, subject, object }: ReadClaim) =>
    kind === 'entity' ? subject : kind === 'place' ? object : null;
  for (const { text, kind, subject, object, parents } of claims) {
    if (!['attribute', 'action', 'relation'].includes(kind)) continue;
    const named = kind === 'attribute' ? [subject] : [subject, object];
    const known = named.filter((noun) => noun !== null && claims.some((one) => nounOf(one) === noun));
    const held = parents.map((parent) => nounOf(claims[parent] as ReadClaim));
    expect(held, text).toEqual(expect.arrayContaining(known));
  }
}

describe('readClaims', () => {
  it.each(descriptions.filter(({ open }) => !open))('$description', ({ description, claims: expected }) => {
    const claims = readClaims(description, cast);
    expect(notation(claims)).toEqual(expected);
    expectWholeWords(description, claims);
    expectToHangOnWhatTheyName(claims);
  });

  // Whoever mends one takes its mark out of the fixture.
  it.fails.each(descriptions.filter(({ open }) => open))(
    '$description',
    ({ description, claims: expected }) => {
      expect(notation(readClaims(description, cast)).toSorted()).toEqual(expected.toSorted());
    },
  );

  it.each([
    ['letters', 'a'.repeat(50_000)],
    ['white space', '\n\t'.repeat(25_000)],
    ['quotes', '"'.repeat(50_000)],
  ])('passes over any number of %s, and reads the rest', (_what, long) => {
    const claims = readClaims(`A fox sits. ${long} A boat.`);
    expect(claims.map(({ text }) => text)).toEqual(expect.arrayContaining(['a fox', 'a boat']));
    expect(claims.find(({ text }) => text === 'a boat')?.span?.[0]).toBeGreaterThan(50_000);
  });

  it('reads the first three pages of a text without end, and breaks no character', () => {
    const claims = readClaims(`${'A fox sits on a wall. '.repeat(2000)}A boat.`);
    expect(claims.map(({ text }) => text)).toContain('a fox');
    expect(claims.map(({ text }) => text)).not.toContain('a boat');
    // Longer than a pattern can be matched at one stroke.
    expect(readClaims('a'.repeat(20_000_000)).length).toBeLessThan(2);
    for (const { text } of readClaims('🦊'.repeat(20_000)))
      expect(() => encodeURIComponent(text)).not.toThrow();
  });

  it('points each claim at the words it came from, and at what it hangs on', () => {
    const description = 'A girl in a red coat holds a yellow lantern in a forest at night.';
    const claims = readClaims(description);
    const words = claims.map(({ text, span, parents }) => [
      text,
      span && description.slice(...span),
      parents.map((parent) => claims[parent]?.text),
    ]);
    expect(words).toEqual([
      ['a girl', 'A girl', []],
      ['a girl in a red coat', 'a red coat', ['a girl']],
      ['a lantern', 'a yellow lantern', []],
      ['a yellow lantern', 'a yellow lantern', ['a lantern']],
      ['a girl holding a lantern', 'holds a yellow lantern', ['a girl', 'a lantern']],
      ['in a forest', 'in a forest', []],
      ['at night', 'at night', []],
      ['one person', null, []],
    ]);
  });

  it('takes “a girl” of a prompt for what it says, where “the girl” is somebody of the story', () => {
    const wenna = {
      name: 'Wenna',
      aliases: ['the girl'],
      noun: 'girl',
      statements: ['a girl in a red coat'],
    };
    const said = readClaims('a girl in a red coat holding a yellow lantern, in a meadow', [wenna]);
    expect(said.filter(({ canonOf }) => canonOf === null).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['a girl', 'a girl in a red coat', 'a girl holding a lantern']),
    );
    expect(said.map(({ text }) => text)).not.toContain('a person');
  });

  it('hangs what the canon says of somebody on them', () => {
    const her = readClaims('Mira walks through the forest. A fox watches her from the left.', cast);
    const mira = readClaims('A fox watches Mira.', cast).find(({ kind }) => kind === 'action')?.text;
    expect(her.map(({ text }) => text)).toContain(mira);
    const claims = readClaims('A fox watches Mira.', cast);
    const canon = claims.find(({ canonOf }) => canonOf === 'Mira');
    expect(canon?.parents.map((parent) => claims[parent]?.text)).toEqual(['a girl']);
  });

  const SPEECH =
    'say says said ask asks asked whisper whispers whispered shout shouts shouted replies replied answer answers answered cries cried call calls called exclaim exclaims exclaimed murmur murmurs yell yells think thinks tell tells told';
  const INSCRIBED =
    'sign signs label labels labelled labeled reads reading written words text title titled banner banners letter letters lettering lettered poster posters caption captions inscription engraved printed painted logo note page cover headline plaque';
  const quoted = (text: string) => readClaims(text).filter(({ kind }) => kind === 'text');

  it.each(SPEECH.split(' '))('takes no words to stand in the picture that somebody speaks: %s', (word) => {
    expect(quoted(`Two boys ${word} “Go”`)).toEqual([]);
  });

  it('takes words in single quotes, and no apostrophe for one', () => {
    expect(quoted("The girls' sign says 'Go home' above a dog's kennel").map(({ value }) => value)).toEqual([
      'Go home',
    ]);
  });

  it('takes words to stand in the picture without the space around them', () => {
    expect(quoted('A sign, “ Go ”').map(({ value, span }) => [value, span])).toEqual([['Go', [8, 14]]]);
  });

  it('points at a verb with all that belongs to it', () => {
    const text = 'A bird flies away.';
    const deed = readClaims(text).find(({ kind }) => kind === 'action');
    expect([deed?.text, text.slice(...(deed?.span ?? []))]).toEqual(['a bird flying away', 'flies away']);
  });

  it.each(INSCRIBED.split(' '))('takes words to stand in the picture where it says so: %s', (word) => {
    expect(quoted(`The ${word} says “Go”`).map(({ value }) => value)).toEqual(['Go']);
  });

  it('reads what breaks off in the middle', () => {
    for (const [at, { description }] of descriptions.entries()) {
      if (at % 15 > 0) continue;
      const words = description.split(' ');
      const begun = words.slice(0, Math.ceil(words.length / 2)).join(' ');
      for (const text of [`${begun} has`, `${begun} and a red`])
        for (const { span } of readClaims(text, cast))
          expect(span?.[1] ?? 0).toBeLessThanOrEqual(text.length);
    }
  });

  it('reads “them” as both who are meant', () => {
    const claims = readClaims('Mira and Tom stand in a forest. A dog follows them.', cast);
    const deeds = claims.filter(({ kind }) => kind === 'action').map(({ text }) => text);
    expect(deeds.slice(2)).toEqual(['a dog following a girl', 'a dog following an old man']);
  });

  it('names what is bright or quiet before what it is like', () => {
    const claims = readClaims('Mira lies in quiet light', cast);
    const texts = claims.map(({ text }) => text);
    const look = claims[texts.indexOf('a quiet light')];
    expect(look?.parents.map((parent) => texts[parent])).toEqual(['a light']);
    expect(look?.parents[0]).toBeLessThan(texts.indexOf('a quiet light'));
  });

  it('keeps spans inside the text, parents before children, and no text twice, whatever it reads', () => {
    const pieces = fc.constantFrom(
      ...descriptions.flatMap(({ description }) => description.split(' ')),
      ...[
        '(',
        ')',
        '[',
        ']',
        ':1.3',
        '<lora:x:1>',
        'BREAK',
        'constructor',
        '__proto__',
        '"',
        '“',
        '”',
        '\n',
        ',',
        '.',
        'é',
        '夜',
        '😀',
        "'s",
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const claims = readClaims(text, cast);
        for (const [i, { span, parents, text: said }] of claims.entries()) {
          expect(said.trim()).not.toBe('');
          for (const parent of parents) expect(parent).toBeLessThan(i);
          if (span === null) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
        const keys = claims.map((claim) => `${claim.negated}${claim.text}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(readClaims(text, cast)).toEqual(claims);
      }),
      { numRuns: 200 },
    );
  });
});
