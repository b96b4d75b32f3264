import { EMPTY_RECORDS } from '@shared/records/index.js';
import { boardOf, shot, take } from '@testing/derived-board.js';
import { aNote } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { foundIn, holdsWords, placesOf, spansOf } from './search.js';
import { termsOf } from './words.js';

const LONG = `${'A street of many houses, one beside the other, '.repeat(6)}and a café at its end, ${'with chairs '.repeat(20)}`;

const { records, overview } = boardOf(2, []);
const [view] = joinBoardView(
  {
    ...EMPTY_RECORDS,
    ...records,
    shot: {
      s0: shot(0, { number: '7', description: LONG, prompt: 'neon sign', note: 'Ask Ána about the neon.' }),
    },
    take: {
      t0: take(0, {
        prompt: 'an older prompt, rain',
        path: 'frames/night_007.png',
        seed: '48151623',
        settings: { model: 'dreamShaper_8', steps: 30, cfg: 7.5 },
        made: { tool: 'comfyui', loras: [{ name: 'inkwash', weight: 0.8 }], notRead: [] },
      }),
    },
    comment: { c: aNote('c', { shotId: 's0', author: 'Client', text: 'Too dark for me.' }) },
  },
  overview,
  3,
).views;
if (!view) throw new Error('There is no shot.');

const places = (typed: string) => foundIn(view, termsOf(typed)).map(({ place }) => place);
const holds = (typed: string) => holdsWords(view, termsOf(typed));

describe('words that are looked for', () => {
  it.each([
    ['CAFE', ['Description']],
    ['neon', ['Prompt', 'Note']],
    ['rain', ['Prompt']],
    ['ana', ['Note']],
    ['dark client', ['Note']],
    ['dreamshaper', ['How it was made']],
    ['inkwash', ['How it was made']],
    ['comfyui', ['How it was made']],
    ['48151623', ['How it was made']],
    ['night_007', ['How it was made']],
    ['7.5', ['How it was made']],
  ])('find “%s” and say where', (typed, expected) => {
    expect([holds(typed), places(typed)]).toEqual([true, expected]);
  });

  it('must all be somewhere, and a short number is the shot’s', () => {
    expect([holds('neon rain 7'), holds('neon snow'), holds('30'), holds('7')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([places('30'), places('7'), places('')]).toEqual([[], [], []]);
  });

  it('are told of a frame by their places, each once', () => {
    expect(placesOf(view, termsOf('neon rain 30'))).toEqual(['Prompt', 'Note']);
    expect(placesOf(view, [])).toEqual([]);
  });

  it('are marked in what stands about the first of them', () => {
    const [found] = foundIn(view, termsOf('cafe'));
    const text = found?.pieces.map((piece) => piece.text).join('') ?? '';
    expect(found?.pieces.filter((piece) => piece.found)).toEqual([{ text: 'café', found: true }]);
    expect(text.length).toBeLessThan(150);
    expect([text.startsWith('…'), text.endsWith('…')]).toEqual([true, true]);
    expect(LONG).toContain(text.slice(1, -1));
    // It begins with a whole word.
    expect(LONG).toContain(` ${text.slice(1, -1)}`);
    expect(text[1]).toMatch(/\S/);
    const whole = foundIn(view, termsOf('neon'))[0]?.pieces;
    expect(whole).toEqual([
      { text: 'neon', found: true },
      { text: ' sign', found: false },
    ]);
  });
});

describe('the places of words in a text', () => {
  it('go with accents however they are written, and join where they overlap', () => {
    expect(spansOf('Cafe\u0301 CAFÉ', ['cafe'])).toEqual([
      [0, 5],
      [6, 10],
    ]);
    expect(spansOf('abcde', ['abc', 'cd'])).toEqual([[0, 4]]);
    expect(spansOf('abc', ['x', ''])).toEqual([]);
  });

  it('are in order, apart, and there exactly where the text holds a term', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aábc ÁB\u0301🎬') });
    const term = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, fc.array(term, { maxLength: 3 }), (whole, terms) => {
        const spans = spansOf(whole, terms);
        let before = -1;
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          const [part = ''] = termsOf(whole.slice(start, end));
          expect(terms.some((one) => part.includes(one))).toBe(true);
          before = end;
        }
        const plain = whole.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
        expect(spans.length > 0).toBe(terms.some((one) => plain.includes(one)));
      }),
      { numRuns: 300 },
    );
  });
});
