import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { isSure } from './gate.js';
import { leftOver, wordsIn } from './left-over.js';
import { lemmaOf } from './lemma.js';
import { withParticiples } from './mended-deeds.js';
import { piecesOf, sentencesOf } from './pieces.js';
import { stripped } from './strip.js';
import { aDraft, aMention } from './testing/a-draft.js';
import { type Arc, type ParsedWord, wordsOf } from './word.js';

const tidy = (text: string): string =>
  stripped(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?,[ ,]*/g, ', ')
    .trim();

describe('stripped', () => {
  it.each([
    ['a fox --ar 16:9 --v 6', 'a fox,'],
    ['a fox, 85mm lens, f/1.4, 8k', 'a fox,'],
    ['a fox, art by Odalys Ferrant', 'a fox,'],
    ['we can see a fox', 'a fox'],
    ['In this picture, a fox', 'a fox'],
    ['a fox, oil painting in the style of Odalys Ferrant, night', 'a fox, oil painting, night'],
    ['dolly in, a fox', ', a fox'],
    ['(red coat:1.3), (boots:1.1)', ', red coat, boots,'],
    ['a (red) fox', 'a red fox'],
    ['tag_list', 'tag list'],
    ['a fox on the left and a girl', 'a fox on the left, a girl'],
    ['a girl by the sea', 'a girl by the sea'],
    ['a painting by the door', 'a painting by the door'],
  ])('%s', (text, left) => {
    expect(tidy(text)).toBe(left);
  });

  it('leaves every word where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rest = stripped(text);
        expect(rest).toHaveLength(text.length);
        for (const { text: word, start, end } of wordsOf(rest))
          if (/\p{L}/u.test(word)) expect(text.slice(start, end).replace(/[‘’]/g, "'")).toBe(word);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sentencesOf', () => {
  it('ends at stops, not behind short forms', () => {
    const text = 'Mrs. Oduya sits. A fox: it waits; rain\nnight';
    expect(sentencesOf(text).map((one) => one.text.trim())).toEqual([
      'Mrs. Oduya sits',
      'A fox',
      'it waits',
      'rain',
      'night',
    ]);
  });

  it('knows where each stands', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of sentencesOf(text))
          expect(text.slice(one.at, one.at + one.text.length)).toBe(one.text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('withParticiples', () => {
  it.each([
    ['shelves packed with books', ['NNS', 'VBD', 'IN', 'NNS'], 'VBN'],
    ['curtains closed', ['NNS', 'VBD'], 'VBN'],
    ['foxes waited and slept', ['NNS', 'VBD', 'CC', 'VBD'], 'VBD'],
    ['foxes sat on walls', ['NNS', 'VBD', 'IN', 'NNS'], 'VBD'],
  ])('%s', (text, tags, tag) => {
    const arcs = tags.map((one) => ({ tag: one, label: 'dep', head: 0, sure: 1, held: 1 }));
    expect(withParticiples(wordsOf(text), arcs)[1]?.tag).toBe(tag);
  });
});

describe('piecesOf', () => {
  const arc = (label: string, head: number): Arc => ({ tag: '', label, head, sure: 1, held: 1 });
  const pieces = (text: string, arcs: readonly Arc[]): string[] =>
    piecesOf(wordsOf(text), arcs, new Set(), Dictionary.of('\ntall thin')).map((piece) =>
      piece.map(({ text: word }) => word).join(' '),
    );

  it('keeps adjectives of one noun together, though a comma stands between them', () => {
    expect(
      pieces('a tall, thin man', [
        arc('det', 4),
        arc('amod', 4),
        arc('punct', 4),
        arc('amod', 4),
        arc('ROOT', 4),
      ]),
    ).toEqual(['a tall thin man']);
  });

  it('ends at a comma behind which something else than an adjective stands', () => {
    expect(
      pieces('dark, two candles', [arc('amod', 3), arc('punct', 3), arc('nummod', 3), arc('ROOT', 3)]),
    ).toEqual(['dark', 'two candles']);
  });
});

describe('lemmaOf', () => {
  it.each([
    ['walking', 'walk'],
    ['sitting', 'sit'],
    ['dancing', 'dance'],
    ['riding', 'ride'],
    ['carries', 'carry'],
    ['stopped', 'stop'],
    ['fell', 'fall'],
    ['filled', 'fill'],
    ['decorated', 'decorate'],
    ['watches', 'watch'],
  ])('%s is of %s', (word, lemma) => {
    expect(lemmaOf(word, 'VBG')).toBe(lemma);
  });

  it.each([
    ['smoking', 'smoke'],
    ['tasting', 'taste'],
    ['adding', 'add'],
    ['breathing', 'breathe'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['rolling', 'roll'],
  ])('%s, where it is known what is a verb', (word, lemma) => {
    const verbs = ['smoke', 'taste', 'add', 'breathe', 'hop', 'hope', 'roll'];
    expect(lemmaOf(word, 'VBG', (one) => verbs.includes(one))).toBe(lemma);
  });

  it('makes nouns singular and leaves the rest', () => {
    expect([lemmaOf('foxes', 'NNS'), lemmaOf('wooden', 'JJ')]).toEqual(['fox', 'wooden']);
  });
});

describe('the gate', () => {
  const word = (text: string, at: number, head: number, sure: number): ParsedWord => ({
    text,
    lower: text,
    lemma: text,
    start: at,
    end: at + text.length,
    tag: 'NN',
    label: 'dep',
    head,
    sure,
    held: 1,
  });
  const about = (...said: ParsedWord[]) => aDraft({ kind: 'attribute', said });

  it('takes the least sure arc between words of the claim, and no other', () => {
    const piece = [word('red', 0, 1, 0.8), word('coat', 4, 1, 0.2), word('lies', 9, 1, 0.1)];
    const [red, coat, lies] = piece as [ParsedWord, ParsedWord, ParsedWord];
    expect(isSure(about(red, coat), piece)).toBe(true);
    expect(isSure(about(coat, lies), piece)).toBe(false);
  });

  it.each([
    ['red', 'a red coat', false],
    ['mends', 'a man mending a net', false],
    ['wolves', 'a wolf', false],
    ['torn', 'a man mending a net', true],
    ['other', 'a coat', false],
  ])('knows whether “%s” is taken up by “%s”', (text, claim, isLeft) => {
    const one = { ...word(text, 0, 0, 1), tag: text === 'torn' || text === 'red' ? 'JJ' : 'NN' };
    expect(leftOver([one], wordsIn([claim]))).toBe(isLeft ? 'word' : null);
  });

  it('knows when two words are said of one another in no claim', () => {
    const piece = [
      { ...word('fox', 0, 1, 1), label: 'nsubj' },
      { ...word('mends', 4, 1, 1), tag: 'VBZ', lemma: 'mend' },
    ];
    expect(leftOver(piece, wordsIn(['a fox', 'a man mending a net']))).toBe('tie');
    expect(leftOver(piece, wordsIn(['a fox mending a net']))).toBeNull();
  });

  it('asks a clause whole where the parser hardly knows what a word hangs on, but not twice', () => {
    const net = (held: number, label = 'prep'): ParsedWord[] => [
      { ...word('man', 0, 0, 1), label: 'ROOT' },
      { ...word('net', 4, 0, 1), held, label },
      { ...word('boat', 8, 0, 1), label: 'conj' },
      { ...word('pier', 13, 0, 1), label: 'conj' },
    ];
    const apart = wordsIn(['a man', 'a net', 'a boat', 'a pier']);
    expect(leftOver(net(0.6), apart)).toBe('tie');
    expect(leftOver(net(0.8), apart)).toBeNull();
    expect(leftOver(net(0.6, 'det'), apart)).toBeNull();
    const putIn = net(0.6).map((one, i) => (i === 1 ? { ...one, start: -1 } : one));
    expect(leftOver(putIn, apart)).toBeNull();
    expect(leftOver(net(0.6).slice(0, 3), wordsIn(['a man with a net in a boat']))).toBeNull();
    expect(leftOver(net(0.6), wordsIn(['a man with a net in a boat on a pier']))).toBe('tie');
    // "To her."
    expect(leftOver([{ ...word('to', 0, 0, 1), tag: 'IN', held: 0.6 }], apart)).toBeNull();
  });

  it.each<
    [what: string, words: readonly (readonly [text: string, tag: string, label: string, head: number])[]]
  >([
    [
      'behind what is worn',
      [
        ['girl', 'NN', 'ROOT', 0],
        ['coat', 'NN', 'pobj', 0],
        ['lifting', 'VBG', 'acl', 1],
        ['lamp', 'NN', 'dobj', 2],
      ],
    ],
    [
      'for a place',
      [
        ['fox', 'NN', 'ROOT', 0],
        ['lamp', 'NN', 'dobj', 0],
        ['on', 'IN', 'prep', 1],
        ['mountain', 'NN', 'pobj', 2],
      ],
    ],
    [
      'for a side of the picture',
      [
        ['fox', 'NN', 'ROOT', 0],
        ['lamp', 'NN', 'dobj', 0],
        ['on', 'IN', 'prep', 1],
        ['left', 'NN', 'pobj', 2],
        ['boat', 'NN', 'conj', 1],
      ],
    ],
    [
      'for who does it',
      [
        ['fan', 'NN', 'nsubj', 1],
        ['spinning', 'VBG', 'ROOT', 1],
        ['lamp', 'NN', 'dobj', 1],
        ['boat', 'NN', 'conj', 1],
      ],
    ],
  ])('passes over a doubt that says the same either way: %s', (_what, words) => {
    const piece = words.map(([text, tag, label, head], i) => ({
      ...word(text, i * 10, head, 1),
      tag,
      label,
      held: /^(?:prep|acl|nsubj)$/.test(label) ? 0.6 : 1,
    }));
    const inPairs = words.flatMap(([one]) => words.map(([other]) => `${one} ${other}`));
    expect(leftOver(piece, wordsIn(inPairs))).toBeNull();
  });

  it('asks less of an adjective that stands in front of its noun', () => {
    const piece = [word('red', 0, 1, 0.5), word('coat', 4, 1, 0.5)];
    const [red, coat] = piece as [ParsedWord, ParsedWord];
    const mention = (start: number) => aMention([coat], { start });
    expect(isSure({ ...about(red), subject: mention(0) }, piece)).toBe(true);
    expect(isSure({ ...about(red), subject: mention(4) }, piece)).toBe(false);
    expect(isSure({ ...about(red), subject: mention(0), kind: 'action' }, piece)).toBe(false);
  });

  it.each([
    ['pobj', 0.4, 2, true],
    ['pobj', 0.3, 2, false],
    // "red" belongs to something else than "coat".
    ['pobj', 0.4, 0, false],
    ['pobj', 0.7, 0, true],
    ['dobj', 0.6, 2, true],
    ['dobj', 0.4, 2, false],
    ['dobj', 0.6, 0, false],
    ['conj', 0.4, 2, false],
  ])(
    'asks less of what is reached with its own words alone between: %s, %d, %i',
    (label, sure, head, isKept) => {
      const piece = [word('in', 0, 0, 1), word('red', 3, head, 1), { ...word('coat', 7, 0, sure), label }];
      const [first, , last] = piece as [ParsedWord, ParsedWord, ParsedWord];
      expect(isSure({ ...about(first, last), kind: 'relation' }, piece)).toBe(isKept);
    },
  );

  it('lets a word stand that is alone', () => {
    const piece = [word('fox', 0, 0, 0.1)];
    expect(isSure(about(piece[0] as ParsedWord), piece)).toBe(true);
  });
});

it.each([
  ['A fox (watches:1.3) her from the left.', 'A fox  watches      her from the left.'],
  ['(Two dogs:1.3) run.', ' Two dogs      run.'],
  ['a girl in a (red:1.2) coat, smile', 'a girl in a  red      coat, smile'],
])('lets weight break no sentence: %s', (text, bare) => {
  expect(stripped(text)).toBe(bare);
});

it('sets weighted tags apart all the same', () => {
  expect(stripped('(two dogs:1.3) (a kite:1.2) beach')).toMatch(/two dogs.*,.*a kite.*,.*beach/);
});
